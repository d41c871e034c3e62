using Bot.Grids;
using Bot.Grids.Holidays;

namespace Bot.Answers;

/// <summary>By when a person answers: today while the office is open long enough, else the next working morning. Pure.</summary>
/// <param name="holidays">Which days are worked; weekends alone are free when null.</param>
public sealed class AnswerHours(AnswerOptions options, CommunityClock clock, Func<HolidayCalendar>? holidays = null)
{
    private static readonly HolidayCalendar Weekends = new([]);

    public CommunityClock Clock => clock;

    public DateTimeOffset Due(DateTimeOffset asked)
    {
        DateTime local = clock.Local(asked);
        DateTime due = local.Date.AddHours(local.Hour + options.Hours).AddMinutes(local.Minute >= 30 ? 30 : 0);
        if (Works(local) && local.Hour >= options.FromHour && due <= local.Date.AddHours(options.ToHour)) { return clock.Instant(due); }
        // Before the office opens on a working day the next working morning is today's
        DateTime morning = local.Date.AddHours(options.MorningHour);
        while (!Works(morning) || local.Hour >= options.FromHour && morning.Date == local.Date) { morning = morning.AddDays(1); }
        return clock.Instant(morning);
    }

    private bool Works(DateTime day) => (holidays?.Invoke() ?? Weekends).IsWorkday(DateOnly.FromDateTime(day));
}
