using Bot.Grids;

namespace Bot.Tickets.Deadlines;

/// <summary>Which times may be promised to residents instead of another: pure.</summary>
public static class PromiseTimes
{
    public const int MostDays = 30;

    /// <summary>Why this time cannot be promised; null when it can.</summary>
    public static string? Refusal(Ticket ticket, DateTimeOffset to, DateTimeOffset now, CommunityClock clock)
    {
        if (to > now.AddDays(MostDays)) { return $"最多改到{MostDays}天以内，更久的请分步答应"; }
        return ticket.Urgency < Urgency.High && QuietHours.Covers(clock.Local(to)) ? "新的时间别放在夜里（晚上9点到早上7点半），居民等不到" : null;
    }
}
