using Bot.Figures;
using Bot.Tickets;

namespace Tests.Figures;

public sealed class RateTests
{
    private static Tally Cases(Cohort cohort, Marks marks, int count) => new(cohort, "一群", Category.Living, "电梯", Urgency.Normal, marks, count);

    [Fact]
    public void Without_a_case_there_is_no_rate_and_never_a_nought()
    {
        foreach (RateKind kind in RateKind.All)
        {
            Rate rate = new Tallies([]).Of(kind);
            (rate.Percent, rate.Text).ShouldBe((null, null));
            kind.NoCase.ShouldContain("率无法计算");
        }
    }

    [Fact]
    public void Each_rate_stands_on_its_own_cases()
    {
        Marks done = Marks.Done;
        Tallies tallies = new(
        [
            Cases(Cohort.Opened, Marks.Due | Marks.Contacted | Marks.InTime, 7),
            Cases(Cohort.Opened, Marks.Due | Marks.Contacted, 2),
            Cases(Cohort.Opened, Marks.Due, 1),
            Cases(Cohort.Opened, Marks.Open, 5),
            Cases(Cohort.Done, done | Marks.FollowedUp | Marks.Answered | Marks.Good | Marks.Rated | Marks.Content, 24),
            Cases(Cohort.Done, done | Marks.FollowedUp | Marks.Answered | Marks.Rated, 2),
            Cases(Cohort.Done, done | Marks.FollowedUp, 4),
            Cases(Cohort.Done, done | Marks.Silent, 10),
            Cases(Cohort.Done, Marks.Unfixed, 3),
            Cases(Cohort.Done, Marks.NoCase | done, 99),
        ]);
        tallies.Of(RateKind.Response).Text.ShouldBe("70% · 7/10");
        tallies.Of(RateKind.Resolution).Text.ShouldBe("92% · 24/26");
        tallies.Of(RateKind.Satisfaction).Text.ShouldBe("92% · 24/26");
        tallies.Of(RateKind.FollowUp).Text.ShouldBe("75% · 30/40");
        tallies.Count(Measures.Lapsed).ShouldBe(10);
        tallies.Count(Measures.EndedUnfixed).ShouldBe(3);
    }

    [Theory]
    [InlineData(999, 1000, 99)]
    [InlineData(1, 1000, 1)]
    [InlineData(0, 1000, 0)]
    [InlineData(1000, 1000, 100)]
    [InlineData(1, 3, 33)]
    public void All_and_none_are_only_said_when_it_is_so(int part, int whole, int percent) =>
        new Rate(RateKind.Response, part, whole).Percent.ShouldBe(percent);

    [Theory]
    [InlineData("2026-10", "2026-10-01", "2026-10-31")]
    [InlineData("2026-W47", "2026-11-16", "2026-11-22")]
    [InlineData("2026-W53", "2026-12-28", "2027-01-03")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    public void Periods_are_those_of_the_calendar(string name, string from, string to)
    {
        Period period = Period.Read(name)!;
        (period.From, period.To, period.Name).ShouldBe((DateOnly.Parse(from), DateOnly.Parse(to), name));
        period.Before.Next.ShouldBe(period);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2025-W53")]
    [InlineData("0001")]
    [InlineData("2026-00")]
    [InlineData("２０２６")]
    public void What_is_no_period_is_none(string? name) => Period.Read(name).ShouldBeNull();
}
