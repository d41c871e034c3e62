using Bot.Grids;
using Bot.Notices;

namespace Tests.Notices;

public sealed class DueTimesTests
{
    [Theory]
    [InlineData("2026-11-23 09:00:05", 60, false, "Sent")]
    [InlineData("2026-11-23 09:00:59", 0, false, "Sent")]
    [InlineData("2026-11-23 09:01:01", 0, false, "Skipped 错过了时间，按设定不补发")]
    [InlineData("2026-11-23 10:00:00", 60, false, "Late")]
    [InlineData("2026-11-23 10:00:01", 60, false, "Skipped 错过了时间，晚了超过60分钟，不再补发")]
    [InlineData("2026-11-23 21:10:00", 900, false, "Skipped 错过了时间，能补发时已是夜里")]
    [InlineData("2026-11-23 21:10:00", 900, true, "Late")]
    [InlineData("2026-11-24 09:30:00", 900, false, "Skipped 错过了时间，只补最近的一次 | Late")]
    [InlineData("2026-11-23 08:59:59", 900, false, "")]
    [InlineData("2026-11-22 08:00:00", 900, false, "")]
    public void What_becomes_of_a_time_that_passed(string now, int lateMinutes, bool atNight, string becomes)
    {
        Notice notice = New(lateMinutes, atNight);
        IEnumerable<string> said = DueTimes.Decide(notice, At(now), CommunityClock.China).Select(due => $"{due.Outcome} {due.Reason}".Trim());
        string.Join(" | ", said).ShouldBe(becomes);
    }

    [Theory]
    [InlineData(NoticeState.Draft)]
    [InlineData(NoticeState.Paused)]
    [InlineData(NoticeState.Ended)]
    [InlineData(NoticeState.Deleted)]
    public void Nothing_is_due_of_a_notice_that_is_not_active(NoticeState state)
    {
        Notice notice = New(60, atNight: true);
        notice.State = state;
        DueTimes.Decide(notice, At("2026-11-25 09:00"), CommunityClock.China).ShouldBeEmpty();
    }

    private static Notice New(int lateMinutes, bool atNight) => new()
    {
        Title = "停水",
        Text = "今晚存水",
        Cron = "0 0 9 ? * *",
        LateMinutes = lateMinutes,
        AtNight = atNight,
        State = NoticeState.Active,
        HandledTo = At("2026-11-22 12:00"),
        CreatedBy = "管理员",
        ChangedBy = "管理员",
    };

    private static DateTimeOffset At(string local) => CommunityClock.China.Instant(DateTime.Parse(local));
}
