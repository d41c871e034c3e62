using Bot.Grids;
using Bot.Messaging;

namespace Tests.Messaging;

public sealed class GroupBudgetTests
{
    [Theory]
    [InlineData("2026-11-21 15:00", "", "2026-11-21 15:00")]
    [InlineData("2026-11-21 20:59", "", "2026-11-21 20:59")]
    [InlineData("2026-11-21 21:00", "", "2026-11-22 07:30")]
    [InlineData("2026-11-22 03:00", "", "2026-11-22 07:30")]
    [InlineData("2026-11-21 15:00", "14:10 14:20 14:30 14:40 14:50", "2026-11-21 15:00")]
    [InlineData("2026-11-21 15:00", "14:05 14:10 14:20 14:30 14:40 14:50", "2026-11-21 15:05")]
    [InlineData("2026-11-21 20:30", "20:05 20:06 20:07 20:08 20:09 20:10", "2026-11-22 07:30")]
    public void An_unasked_line_waits_for_its_hour_and_for_the_morning(string now, string taken, string slot)
    {
        DateTimeOffset[] said = [.. taken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(time => At($"2026-11-21 {time}"))];
        CommunityClock.China.Local(GroupBudget.Slot(said, At(now), CommunityClock.China)).ToString("yyyy-MM-dd HH:mm").ShouldBe(slot);
    }

    private static DateTimeOffset At(string local) => CommunityClock.China.Instant(DateTime.Parse(local));
}
