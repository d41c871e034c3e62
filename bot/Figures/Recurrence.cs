using Bot.Tickets;

namespace Bot.Figures;

/// <summary>老毛病: one place and one matter, again and again. The newest first.</summary>
/// <param name="InNinetyDays">How many of them were reported in the last 90 days.</param>
/// <param name="Agenda">What was put up about it, the newest first.</param>
public sealed record Recurrence(
    string Place, string Topic, IReadOnlyList<RecurrenceTime> Times, int InNinetyDays, IReadOnlyList<AgendaItem> Agenda)
{
    /// <summary>The earliest, by which the chain is addressed.</summary>
    public RecurrenceTime First => Times[^1];

    public string Matter => Times[0].Matter;
}

/// <summary>One time that it came.</summary>
/// <param name="Done">What was done, as the handler wrote it; null when nobody wrote anything.</param>
public sealed record RecurrenceTime(
    int Number, string Group, DateTimeOffset OpenedAt, DateTimeOffset? EndedAt, string Matter, string? Done, TicketState State, int? Earlier);
