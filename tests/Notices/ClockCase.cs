using Bot.Grids;

namespace Tests.Notices;

/// <summary>A plan made up by chance, and when it is due, found by looking at the clock of every day instead of by the program's own way.</summary>
internal sealed record ClockCase(string Zone, TimeOnly At, int? DayOfMonth, DayOfWeek? DayOfWeek, DateTime Start, int LateMinutes, bool AtNight)
{
    private static readonly int[] MonthDays = [0, 28, 29, 30, 31];
    private static readonly int[] Lateness = [0, 10, 60, 600];

    private static readonly (string Zone, string[] Starts)[] Places =
    [
        ("America/New_York", ["2026-03-06", "2026-10-30"]),
        ("Europe/Berlin", ["2026-03-27", "2026-10-23"]),
        ("Australia/Lord_Howe", ["2026-04-03", "2026-10-02"]),
        ("Asia/Shanghai", ["2028-02-26", "2027-02-26", "2026-12-29"]),
    ];

    public string Cron => (DayOfMonth, DayOfWeek) switch
    {
        (0, _) => $"0 {At.Minute} {At.Hour} L * ?",
        ({ } day, _) => $"0 {At.Minute} {At.Hour} {day} * ?",
        (_, { } week) => $"0 {At.Minute} {At.Hour} ? * {(int)week + 1}",
        _ => $"0 {At.Minute} {At.Hour} ? * *",
    };

    public static ClockCase Of(Random random)
    {
        (string zone, string[] starts) = Places[random.Next(Places.Length)];
        TimeOnly at = random.Next(3) switch
        {
            0 => new TimeOnly(1, 30),
            1 => new TimeOnly(2, random.Next(2) * 15 + 15),
            _ => new TimeOnly(random.Next(24), random.Next(60)),
        };
        int? month = random.Next(4) == 0 ? MonthDays[random.Next(MonthDays.Length)] : null;
        DayOfWeek? week = month is null && random.Next(3) == 0 ? (DayOfWeek)random.Next(7) : null;
        DateTime start = DateTime.Parse(starts[random.Next(starts.Length)]).AddMinutes(random.Next(24 * 60));
        return new ClockCase(zone, at, month, week, start, Lateness[random.Next(Lateness.Length)], random.Next(2) == 0);
    }

    /// <summary>Every planned time after the first and up to the second instant.</summary>
    public IReadOnlyList<DateTimeOffset> Planned(DateTimeOffset after, DateTimeOffset upTo)
    {
        TimeZoneInfo zone = CommunityClock.FindZone(Zone);
        List<DateTimeOffset> planned = [];
        for (DateTime day = after.UtcDateTime.Date.AddDays(-2); day <= upTo.UtcDateTime.Date.AddDays(2); day = day.AddDays(1))
        {
            if (IsOn(day)) { planned.Add(First(zone, day + At.ToTimeSpan())); }
        }
        return [.. planned.Where(at => at > after && at <= upTo).Order()];
    }

    private bool IsOn(DateTime day) => (DayOfMonth, DayOfWeek) switch
    {
        (0, _) => day.AddDays(1).Day == 1,
        ({ } number, _) => day.Day == number,
        (_, { } week) => day.DayOfWeek == week,
        _ => true,
    };

    // The first minute at which the clock shows it; where it never does, as long after the change as it would have been
    private static DateTimeOffset First(TimeZoneInfo zone, DateTime wall)
    {
        DateTimeOffset start = new(DateTime.SpecifyKind(wall, DateTimeKind.Utc));
        start -= zone.GetUtcOffset(start) + TimeSpan.FromHours(3);
        for (DateTimeOffset at = start; at < start.AddHours(6); at = at.AddMinutes(1))
        {
            if (TimeZoneInfo.ConvertTime(at, zone).DateTime == wall) { return at; }
        }
        TimeSpan before = zone.GetUtcOffset(new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Utc)).AddDays(-1));
        return new DateTimeOffset(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), before).ToUniversalTime();
    }
}
