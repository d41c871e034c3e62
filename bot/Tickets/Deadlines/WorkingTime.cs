using Bot.Grids.Holidays;

namespace Bot.Tickets.Deadlines;

/// <summary>Counts time in which the office works; a whole day is one working day, whatever its hours. Pure, on the wall clock.</summary>
public sealed class WorkingTime(HolidayCalendar calendar, int fromHour, int toHour)
{
    private readonly TimeSpan _from = TimeSpan.FromHours(fromHour);
    private readonly TimeSpan _to = TimeSpan.FromHours(toHour);

    /// <summary>The wall time at which <paramref name="hours"/> of working time have passed; the end of a day rather than the next morning.</summary>
    /// <param name="hours">24 of them are one working day.</param>
    public DateTime After(DateTime local, int hours)
    {
        TimeSpan day = _to - _from;
        TimeSpan rest = TimeSpan.FromHours(hours % 24);
        TimeSpan left = day * (hours / 24) + (rest < day ? rest : day);
        DateTime at = local;
        while (true)
        {
            at = At(at);
            TimeSpan room = at.Date + _to - at;
            if (left <= room) { return at + left; }
            left -= room;
            at = at.Date.AddDays(1);
        }
    }

    /// <summary>That hour of the first working day after.</summary>
    public DateTime NextMorning(DateTime local, int hour)
    {
        DateTime day = local.Date.AddDays(1);
        while (!Works(day)) { day = day.AddDays(1); }
        return day.AddHours(hour);
    }

    public bool Works(DateTime day) => calendar.IsWorkday(DateOnly.FromDateTime(day));

    // The first moment at which the office works
    private DateTime At(DateTime local)
    {
        DateTime at = local.TimeOfDay < _from ? local.Date + _from : local.TimeOfDay >= _to ? local.Date.AddDays(1) + _from : local;
        while (!Works(at)) { at = at.Date.AddDays(1) + _from; }
        return at;
    }
}
