using System.Globalization;

namespace Bot.Grids.Duty;

/// <summary>The decision who is on duty. People who left or never worked here are passed over.</summary>
public static class DutyPlan
{
    private const int DaysOfWeek = 7;

    public static OnDuty? OnDuty(CommunityDirectory directory, string grid, DateTimeOffset now, CommunityClock clock) =>
        ByChange(directory, grid, now) ?? ByWeek(directory, grid, now, clock) ?? ByPost(directory, grid);

    /// <summary>When the shift that covers the moment began and ends; null when it does not.</summary>
    public static (DateTimeOffset Since, DateTimeOffset Until)? Covering(DutyShift shift, DateTimeOffset now, CommunityClock clock)
    {
        if (TimeOf(shift.From) is not { } from || TimeOf(shift.To) is not { } to) { return null; }
        TimeSpan length = to > from ? to - from : to - from + TimeSpan.FromDays(1);
        DateTime today = clock.Local(now).Date;
        // a shift over midnight began yesterday
        foreach (DateTime day in new[] { today, today.AddDays(-1) })
        {
            if (shift.Days.Count > 0 && !shift.Days.Contains(NumberOf(day.DayOfWeek))) { continue; }
            (DateTimeOffset since, DateTimeOffset until) = (clock.Instant(day + from), clock.Instant(day + from + length));
            if (since <= now && now < until) { return (since, until); }
        }
        return null;
    }

    /// <summary>"08:00" to "24:00"; null for anything else.</summary>
    public static TimeSpan? TimeOf(string text) => text == "24:00" ? TimeSpan.FromDays(1)
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time.ToTimeSpan()
        : null;

    private static OnDuty? ByChange(CommunityDirectory directory, string grid, DateTimeOffset now) =>
        directory.DutyChanges.LastOrDefault(change => change.Grid == grid && change.From <= now && now < change.Until && Works(directory, change.Person)) is { } change
            ? new OnDuty(grid, directory.PersonNamed(change.Person)!, change.From, change.Until, change)
            : null;

    private static OnDuty? ByWeek(CommunityDirectory directory, string grid, DateTimeOffset now, CommunityClock clock)
    {
        foreach (DutyShift shift in directory.Duty.Where(shift => shift.Grid == grid && Works(directory, shift.Person)))
        {
            if (Covering(shift, now, clock) is var (since, until)) { return new OnDuty(grid, directory.PersonNamed(shift.Person)!, since, until); }
        }
        return null;
    }

    private static OnDuty? ByPost(CommunityDirectory directory, string grid) =>
        directory.Grids.FirstOrDefault(known => known.Name == grid) is { } post
            && new[] { post.Lead, post.Backup }.OfType<string>().Where(name => Works(directory, name)).FirstOrDefault() is { } person
            ? new OnDuty(grid, directory.PersonNamed(person)!, Since: null, Until: null)
            : null;

    private static bool Works(CommunityDirectory directory, string person) =>
        directory.PersonNamed(person) is { Role: not (PersonRoles.Resident or PersonRoles.Reader) };

    private static int NumberOf(DayOfWeek day) => day == DayOfWeek.Sunday ? DaysOfWeek : (int)day;
}
