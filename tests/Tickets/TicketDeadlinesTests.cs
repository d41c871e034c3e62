using Bot.Tickets;

namespace Tests.Tickets;

public sealed class TicketDeadlinesTests
{
    [Theory]
    [InlineData(Urgency.Emergency, "2026-11-21 15:07", "2026-11-21 16:07")]
    [InlineData(Urgency.Emergency, "2026-11-21 23:30", "2026-11-22 00:30")]
    [InlineData(Urgency.High, "2026-11-21 15:07", "2026-11-21 17:00")]
    [InlineData(Urgency.High, "2026-11-21 15:37", "2026-11-21 17:30")]
    [InlineData(Urgency.High, "2026-11-21 23:10", "2026-11-22 01:00")]
    [InlineData(Urgency.Normal, "2026-11-21 15:07", "2026-11-22 15:00")]
    [InlineData(Urgency.Normal, "2026-11-21 18:45", "2026-11-22 18:00")]
    [InlineData(Urgency.Normal, "2026-11-21 22:00", "2026-11-23 09:00")]
    [InlineData(Urgency.Normal, "2026-11-21 03:00", "2026-11-22 09:00")]
    [InlineData(Urgency.Normal, "2026-12-31 23:59", "2027-01-02 09:00")]
    [InlineData(Urgency.Low, "2026-11-21 15:07", "2026-11-28 15:00")]
    [InlineData(Urgency.Low, "2028-02-22 07:59", "2028-02-29 09:00")]
    public void A_deadline_is_a_time_people_say(Urgency urgency, string from, string due) =>
        Given.Clock.Local(Given.Deadlines.Due(urgency, At(from))).ToString("yyyy-MM-dd HH:mm").ShouldBe(due);

    [Fact]
    public void Options_that_contradict_each_other_are_named()
    {
        TicketHoursCheck check = new();
        check.Validate(null, new TicketOptions()).Succeeded.ShouldBeTrue();
        check.Validate(null, new TicketOptions { FromHour = 18, ToHour = 8 }).FailureMessage.ShouldBe("Tickets:ToHour 8 须大于 Tickets:FromHour 18");
        check.Validate(null, new TicketOptions { MorningHour = 19 }).FailureMessage.ShouldBe("Tickets:MorningHour 19 须在 8 到 17 之间");
    }

    private static DateTimeOffset At(string local) => Given.Clock.Instant(DateTime.Parse(local));
}
