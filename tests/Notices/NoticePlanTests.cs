using Bot.Grids;
using Bot.Notices;

namespace Tests.Notices;

public sealed class NoticePlanTests
{
    // A time the clock skips is as long after the change as it would have been; one shown twice is its first showing
    [Theory]
    [InlineData("America/New_York", "0 30 2 ? * *", "2026-03-07", "2026-03-07 07:30, 2026-03-08 07:30, 2026-03-09 06:30")]
    [InlineData("America/New_York", "0 30 1 ? * *", "2026-10-31", "2026-10-31 05:30, 2026-11-01 05:30, 2026-11-02 06:30")]
    [InlineData("Europe/Berlin", "0 30 2 ? * *", "2026-03-28", "2026-03-28 01:30, 2026-03-29 01:30, 2026-03-30 00:30")]
    [InlineData("Europe/Berlin", "0 30 2 ? * *", "2026-10-24", "2026-10-24 00:30, 2026-10-25 00:30, 2026-10-26 01:30")]
    [InlineData("Australia/Lord_Howe", "0 15 2 ? * *", "2026-10-03", "2026-10-02 15:45, 2026-10-03 15:45, 2026-10-04 15:15")]
    [InlineData("Asia/Shanghai", "0 0 9 29 2 ?", "2026-01-01", "2028-02-29 01:00, 2032-02-29 01:00, 2036-02-29 01:00")]
    [InlineData("Asia/Shanghai", "0 0 9 L * ?", "2027-12-15", "2027-12-31 01:00, 2028-01-31 01:00, 2028-02-29 01:00")]
    [InlineData("Asia/Shanghai", "0 0 9 31 * ?", "2026-02-01", "2026-03-31 01:00, 2026-05-31 01:00, 2026-07-31 01:00")]
    [InlineData("Asia/Shanghai", "0 30 9 ? * MON,FRI", "2026-11-21", "2026-11-23 01:30, 2026-11-27 01:30, 2026-11-30 01:30")]
    public void The_next_three_times(string zone, string cron, string from, string utc)
    {
        CommunityClock clock = new(CommunityClock.FindZone(zone));
        NoticePlan plan = NoticePlan.Of(null, cron, clock);
        DateTimeOffset start = clock.Instant(DateTime.Parse(from));
        string.Join(", ", plan.Next(start, 3).Select(at => $"{at.UtcDateTime:yyyy-MM-dd HH:mm}")).ShouldBe(utc);
        plan.Between(start, plan.Next(start, 3)[2]).ShouldBe(plan.Next(start, 3));
    }

    // Whoever begins to count between the two showings of a time does not plan it again
    [Fact]
    public void A_doubled_time_is_planned_once_wherever_the_count_begins()
    {
        CommunityClock clock = new(CommunityClock.FindZone("America/New_York"));
        NoticePlan plan = NoticePlan.Of(null, "0 30 1 ? * *", clock);
        DateTimeOffset first = new(2026, 11, 1, 5, 30, 0, TimeSpan.Zero);
        for (int minute = 0; minute < 120; minute++)
        {
            plan.Between(first.AddMinutes(minute), first.AddHours(4)).ShouldBeEmpty();
            plan.Between(first.AddMinutes(minute - 120), first.AddHours(4)).ShouldBe(minute == 120 ? [] : [first]);
        }
    }

    [Fact]
    public void One_time_is_due_once()
    {
        DateTimeOffset at = new(2026, 11, 25, 1, 0, 0, TimeSpan.Zero);
        NoticePlan plan = NoticePlan.Of(at, null, CommunityClock.China);
        plan.Between(at.AddDays(-3), at).ShouldBe([at]);
        plan.Between(at, at.AddDays(3)).ShouldBeEmpty();
        plan.Between(at.AddDays(1), at.AddDays(-1)).ShouldBeEmpty();
        plan.Next(at.AddSeconds(-1), 3).ShouldBe([at]);
    }
}
