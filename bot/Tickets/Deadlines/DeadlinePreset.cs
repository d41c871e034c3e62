namespace Bot.Tickets.Deadlines;

/// <summary>The times in force.</summary>
/// <param name="ExtremeUntil">The last day of extreme weather, on which ordinary matters count as urgent; null without any.</param>
public sealed record DeadlinePreset(TicketOptions Times, DateOnly? ExtremeUntil = null)
{
    public bool IsExtreme(DateTime local) => ExtremeUntil is { } last && DateOnly.FromDateTime(local) <= last;
}
