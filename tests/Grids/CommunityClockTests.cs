using Bot.Grids;

namespace Tests.Grids;

public sealed class CommunityClockTests
{
    private static readonly CommunityClock Clock = new(CommunityClock.FindZone("Asia/Shanghai"));

    [Theory]
    [InlineData("2026-11-21 17:00", "今天下午5点")]
    [InlineData("2026-11-21 17:30", "今天下午5点半")]
    [InlineData("2026-11-21 16:07", "今天下午4点7分")]
    [InlineData("2026-11-21 12:00", "今天中午12点")]
    [InlineData("2026-11-21 18:00", "今天下午6点")]
    [InlineData("2026-11-21 20:00", "今天晚上8点")]
    [InlineData("2026-11-22 00:30", "明天凌晨0点半")]
    [InlineData("2026-11-22 08:00", "明天早上8点")]
    [InlineData("2026-11-22 09:00", "明天上午9点")]
    [InlineData("2026-11-23 09:00", "后天上午9点")]
    [InlineData("2026-11-28 15:00", "11月28日下午3点")]
    [InlineData("2027-01-03 09:00", "1月3日上午9点")]
    public void Times_are_said_as_people_say_them(string local, string said) =>
        Clock.Say(At(local), At("2026-11-21 15:07")).ShouldBe(said);

    [Fact]
    public void The_day_is_the_communitys_not_Greenwichs() =>
        Clock.Say(At("2026-11-22 01:00"), At("2026-11-21 23:50")).ShouldBe("明天凌晨1点");

    [Fact]
    public void An_hour_that_the_clock_skips_is_the_hour_after()
    {
        CommunityClock newYork = new(CommunityClock.FindZone("America/New_York"));
        newYork.Instant(new DateTime(2026, 3, 8, 2, 30, 0)).ShouldBe(new DateTimeOffset(2026, 3, 8, 3, 30, 0, TimeSpan.FromHours(-4)));
    }

    [Theory]
    [InlineData("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:45")]
    [InlineData("Europe/Dublin", "2026-03-29 01:30", "2026-03-29 01:30")]
    [InlineData("Asia/Urumqi", "2026-03-29 01:30", "2026-03-28 19:30")]
    public void Every_wall_time_is_one_instant(string zone, string local, string utc) =>
        new CommunityClock(CommunityClock.FindZone(zone)).Instant(DateTime.Parse(local)).DateTime.ShouldBe(DateTime.Parse(utc));

    private static DateTimeOffset At(string local) => Clock.Instant(DateTime.Parse(local));
}
