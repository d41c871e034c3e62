using Bot.Grids.Holidays;
using Bot.Tickets;
using Bot.Tickets.Deadlines;

namespace Tests.Tickets.Deadlines;

/// <summary>Deadlines as they are given live: working days for what can wait, the clock for what cannot.</summary>
public sealed class LiveDeadlinesTests
{
    [Theory]
    // Saturday; before a weekend; after hours; before hours; on the very edge
    [InlineData(Urgency.Normal, "2026-11-21 15:07", "2026-11-23 18:00")]
    [InlineData(Urgency.Normal, "2026-11-20 15:07", "2026-11-23 15:00")]
    [InlineData(Urgency.Normal, "2026-11-23 20:30", "2026-11-24 18:00")]
    [InlineData(Urgency.Normal, "2026-11-23 06:00", "2026-11-23 18:00")]
    [InlineData(Urgency.Normal, "2026-11-23 18:00", "2026-11-24 18:00")]
    [InlineData(Urgency.Normal, "2026-11-23 08:00", "2026-11-23 18:00")]
    // into 国庆 and out of it onto a worked Saturday; 春节 with its worked weekends; a year end whose next year is not recorded
    [InlineData(Urgency.Normal, "2026-09-30 15:10", "2026-10-08 15:00")]
    [InlineData(Urgency.Normal, "2026-10-09 15:10", "2026-10-10 15:00")]
    [InlineData(Urgency.Normal, "2026-02-14 17:00", "2026-02-24 17:00")]
    [InlineData(Urgency.Normal, "2026-02-27 17:00", "2026-02-28 17:00")]
    [InlineData(Urgency.Normal, "2026-12-31 16:20", "2027-01-01 16:00")]
    [InlineData(Urgency.Normal, "2025-12-31 16:20", "2026-01-04 16:00")]
    [InlineData(Urgency.Low, "2026-11-20 15:07", "2026-12-01 15:00")]
    [InlineData(Urgency.Low, "2026-09-28 09:30", "2026-10-13 09:00")]
    // water, power, gas and life do not wait for Monday
    [InlineData(Urgency.High, "2026-10-01 15:07", "2026-10-01 17:00")]
    [InlineData(Urgency.High, "2026-11-21 23:10", "2026-11-22 01:00")]
    [InlineData(Urgency.Emergency, "2026-02-17 23:30", "2026-02-18 00:30")]
    public void A_first_word_is_due(Urgency urgency, string from, string due) => Said(Deadlines().Due(urgency, At(from))).ShouldBe(due);

    [Theory]
    [InlineData(Urgency.Emergency, "2026-11-21 15:07", "2026-11-21 17:07")]
    [InlineData(Urgency.High, "2026-11-21 15:07", "2026-11-22 15:00")]
    [InlineData(Urgency.Normal, "2026-11-20 15:07", "2026-12-01 15:00")]
    [InlineData(Urgency.Low, "2026-11-20 15:07", "2026-12-11 15:00")]
    public void A_result_is_due(Urgency urgency, string from, string due) => Said(Deadlines().FeedbackDue(urgency, At(from))).ShouldBe(due);

    [Theory]
    [InlineData(Urgency.Normal, "2026-11-23 18:00", "2026-11-24 09:00")]
    [InlineData(Urgency.Normal, "2026-11-20 18:00", "2026-11-23 09:00")]
    [InlineData(Urgency.Normal, "2026-09-30 15:00", "2026-10-08 09:00")]
    [InlineData(Urgency.High, "2026-11-21 15:07", "2026-11-21 17:00")]
    [InlineData(Urgency.High, "2026-11-21 19:30", "2026-11-22 09:00")]
    [InlineData(Urgency.Emergency, "2026-11-21 23:30", "2026-11-22 00:30")]
    public void A_missed_promise_is_followed_by_one_nobody_must_keep_at_night(Urgency urgency, string now, string next) =>
        Said(Deadlines().NextPromise(urgency, At(now))).ShouldBe(next);

    [Fact]
    public void In_extreme_weather_ordinary_matters_are_urgent_until_that_day_is_over()
    {
        TicketDeadlines deadlines = Deadlines(new DeadlinePreset(new TicketOptions(), new DateOnly(2026, 11, 22)));
        Said(deadlines.Due(Urgency.Normal, At("2026-11-22 15:07"))).ShouldBe("2026-11-22 17:00");
        Said(deadlines.Due(Urgency.Normal, At("2026-11-23 15:07"))).ShouldBe("2026-11-24 15:00");
        Said(deadlines.Due(Urgency.Low, At("2026-11-20 15:07"))).ShouldBe("2026-12-01 15:00");
    }

    [Fact]
    public void A_replay_counts_by_the_clock_whatever_the_calendar_says() =>
        Said(Given.Deadlines.Due(Urgency.Normal, At("2026-10-01 15:07"))).ShouldBe("2026-10-02 15:00");

    [Theory]
    [InlineData(Urgency.Normal, "2026-11-24 18:00", null)]
    [InlineData(Urgency.Normal, "2026-11-24 22:00", "新的时间别放在夜里（晚上9点到早上7点半），居民等不到")]
    [InlineData(Urgency.High, "2026-11-24 22:00", null)]
    [InlineData(Urgency.Low, "2027-01-24 10:00", "最多改到30天以内，更久的请分步答应")]
    public void A_new_promise_is_one_that_can_be_kept(Urgency urgency, string to, string? refusal) =>
        PromiseTimes.Refusal(Given.Ticket(urgency: urgency), At(to), Given.Now, Given.Clock).ShouldBe(refusal);

    [Fact]
    public void Fields_are_read_with_their_bounds_and_every_error_is_named()
    {
        Dictionary<string, string> fields = DeadlineField.All.ToDictionary(field => field.Name, field => field.Of(new TicketOptions()).ToString());
        DateOnly today = new(2026, 11, 21);
        DeadlineRules.Read(fields, workingTime: true, "", today, out _)!.Times.ShouldBe(new TicketOptions());
        fields["HighHours"] = "３";
        DeadlineRules.Read(fields, workingTime: false, "2026-11-25", today, out _)!.ShouldBe(
            new DeadlinePreset(new TicketOptions { HighHours = 3, WorkingTime = false }, new DateOnly(2026, 11, 25)));

        Wrong("NormalHours", "两天").ShouldBe("“两天”不是整数，请填1到240的数");
        Wrong("NormalHours", "").ShouldBe("请填1到240的数");
        Wrong("EmergencyHours", "25").ShouldBe("请填1到24小时之间的数，现在是25");
        Wrong("ToHour", "8").ShouldBe("下班要晚于上班（8点）");
        Wrong("MorningHour", "19").ShouldBe("要在上班和下班之间");
        Wrong("LowFeedbackDays", "3").ShouldBe("办结不能早于回话");
        Wrong("UrgentLeadMinutes", "60").ShouldBe("要短于紧急的时限（1小时）");
        DeadlineRules.Read(fields, true, "2026-11-20", today, out IReadOnlyDictionary<string, string> past);
        past["ExtremeUntil"].ShouldBe("请选今天起30天以内的日子");

        string Wrong(string name, string value)
        {
            DeadlineRules.Read(new Dictionary<string, string>(fields) { [name] = value }, true, "", today, out IReadOnlyDictionary<string, string> errors).ShouldBeNull();
            return errors[name];
        }
    }

    internal static TicketDeadlines Deadlines(DeadlinePreset? preset = null) =>
        new(() => preset ?? new DeadlinePreset(new TicketOptions()), () => RecordedHolidays.Calendar, Given.Clock);

    private static string Said(DateTimeOffset time) => Given.Clock.Local(time).ToString("yyyy-MM-dd HH:mm");

    private static DateTimeOffset At(string local) => Given.Clock.Instant(DateTime.Parse(local));
}
