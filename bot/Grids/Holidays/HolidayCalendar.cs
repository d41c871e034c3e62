namespace Bot.Grids.Holidays;

/// <summary>Which days are worked. In a year that is not recorded only weekends are free: nothing is guessed.</summary>
public sealed class HolidayCalendar(IEnumerable<HolidayYear> years)
{
    private readonly Dictionary<int, HolidayYear> _years = years.ToDictionary(year => year.Year);

    public IReadOnlyList<HolidayYear> Years => [.. _years.Values.OrderBy(year => year.Year)];

    public bool Knows(int year) => _years.ContainsKey(year);

    public HolidayYear? Find(int year) => _years.GetValueOrDefault(year);

    // New Year's holiday may begin in the December before, so the next year's notice speaks too
    public bool IsWorkday(DateOnly day) =>
        !Said(day.Year, day, out bool works) && !Said(day.Year + 1, day, out works) ? !IsWeekend(day) : works;

    /// <summary>Name of the holiday; null on other days.</summary>
    public string? NameOf(DateOnly day) =>
        Find(day.Year)?.Free.GetValueOrDefault(day) ?? Find(day.Year + 1)?.Free.GetValueOrDefault(day);

    /// <summary>What to tell a person about a year that is not recorded; null for one that is.</summary>
    public string? Missing(int year) => Knows(year) ? null : $"{year}年放假安排尚未录入";

    public HolidayCalendar With(HolidayYear year) => new([.. _years.Values.Where(known => known.Year != year.Year), year]);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private bool Said(int year, DateOnly day, out bool works)
    {
        HolidayYear? known = Find(year);
        works = known?.Worked.Contains(day) ?? false;
        return works || known?.Free.ContainsKey(day) == true;
    }
}
