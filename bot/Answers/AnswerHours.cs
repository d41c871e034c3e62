using Bot.Grids;

namespace Bot.Answers;

/// <summary>By when a person answers: today while the office is open long enough, else the next working morning. Pure.</summary>
public sealed class AnswerHours(AnswerOptions options, CommunityClock clock)
{
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

    private static bool Works(DateTime day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
