using Bot.Triage.Reading;

namespace Tests.Triage.Reading;

public sealed class DrillNoticeTests
{
    private static readonly DateTimeOffset Posted = new(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData("【通知】11月23日15:00在东门广场搞消防演练，会放烟。", "2026-11-23T14:50:00+08:00", "2026-11-23T17:00:00+08:00")]
    [InlineData("明天下午3点半疏散演习，听到警报别慌", "2026-11-22T15:20:00+08:00", "2026-11-22T17:30:00+08:00")]
    [InlineData("今天全天防空警报试鸣", "2026-11-21T00:00:00+08:00", "2026-11-22T00:00:00+08:00")]
    public void The_time_of_an_announced_drill_is_read(string text, string from, string to) =>
        DrillNotice.Read(text, Posted).ShouldBe((DateTimeOffset.Parse(from), DateTimeOffset.Parse(to)));

    [Theory]
    [InlineData("11月23日15:00停水")]
    [InlineData("过几天有演练，等通知")]
    [InlineData("13月45日演练")]
    public void No_day_or_no_drill_is_no_window(string text) => DrillNotice.Read(text, Posted).ShouldBeNull();
}
