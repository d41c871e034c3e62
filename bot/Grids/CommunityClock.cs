namespace Bot.Grids;

/// <summary>The community's wall clock, and times as people there say them.</summary>
public sealed class CommunityClock(TimeZoneInfo zone)
{
    private static readonly TimeSpan NoChangeWithin = TimeSpan.FromHours(6);

    public static CommunityClock China { get; } = new(FindZone("Asia/Shanghai"));

    public TimeZoneInfo Zone => zone;

    /// <summary>The zone of that name; a machine without zone data still knows China's.</summary>
    public static TimeZoneInfo FindZone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found) ? found
        : id == "Asia/Shanghai" ? TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(8), "中国标准时间", "中国标准时间")
        : throw new TimeZoneNotFoundException(id);

    public DateTime Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone).DateTime;

    /// <summary>
    /// The instant at which the wall clock shows this. What a clock change skips comes as long after the change as it would
    /// have; what the clock shows twice is its first time.
    /// </summary>
    public DateTimeOffset Instant(DateTime local)
    {
        DateTime wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        DateTimeOffset before = new(wall, zone.GetUtcOffset(wall - NoChangeWithin));
        DateTimeOffset after = new(wall, zone.GetUtcOffset(wall + NoChangeWithin));
        DateTimeOffset[] shown = [.. new[] { before, after }.Where(at => Local(at) == wall)];
        return (shown.Length > 0 ? shown.Min() : before).ToUniversalTime();
    }

    /// <summary>"今天下午5点", "明天上午9点", "11月28日上午9点半".</summary>
    public string Say(DateTimeOffset time, DateTimeOffset now)
    {
        DateTime local = Local(time);
        return Day(local, Local(now)) + PartOfDay(local.Hour) + Hour(local) + Minute(local.Minute);
    }

    private static string Day(DateTime day, DateTime today) => (day.Date - today.Date).Days switch
    {
        0 => "今天",
        1 => "明天",
        2 => "后天",
        _ => $"{day.Month}月{day.Day}日",
    };

    private static string PartOfDay(int hour) => hour switch
    {
        < 6 => "凌晨",
        < 9 => "早上",
        < 12 => "上午",
        12 => "中午",
        < 19 => "下午",
        _ => "晚上",
    };

    private static string Hour(DateTime local) => $"{(local.Hour > 12 ? local.Hour - 12 : local.Hour)}点";

    private static string Minute(int minute) => minute switch { 0 => "", 30 => "半", _ => $"{minute}分" };
}
