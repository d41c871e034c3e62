namespace Bot.Tickets;

/// <summary>The first call of an emergency to one person.</summary>
/// <param name="Round">In which round, counted from 1.</param>
/// <param name="Ways">By which channels; none when the person cannot be reached.</param>
public sealed record AlertCall(string Person, int Round, DateTimeOffset At, IReadOnlyList<string> Ways);
