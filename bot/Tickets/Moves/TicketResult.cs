namespace Bot.Tickets.Moves;

public enum TicketOutcome { Done, NotFound, Stale, Refused }

/// <summary>What came of a person's decision; the message is for that person.</summary>
/// <param name="Seen">Where it is stale: the version the person saw, from which the difference counts.</param>
/// <param name="HeldUntil">When the group hears of it, where that is not at once: not at night, and not too much in an hour.</param>
/// <param name="Unheard">Why nobody hears of it, and what to do, where it was to be told.</param>
public sealed record TicketResult(
    TicketOutcome Outcome, Ticket? Ticket = null, string? Message = null, int? Seen = null, DateTimeOffset? HeldUntil = null, string? Unheard = null)
{
    public bool IsDone => Outcome == TicketOutcome.Done;

    public static TicketResult Done(Ticket ticket, DateTimeOffset? heldUntil = null, string? unheard = null) =>
        new(TicketOutcome.Done, ticket, HeldUntil: heldUntil, Unheard: unheard);

    public static TicketResult NotFound(int number) => new(TicketOutcome.NotFound, Message: $"没有{number}号工单");

    public static TicketResult Refused(Ticket ticket, string? reason) => new(TicketOutcome.Refused, ticket, reason);

    /// <summary>Someone decided after the form was opened.</summary>
    public static TicketResult Stale(Ticket ticket, TicketEvent last, int seen) =>
        new(TicketOutcome.Stale, ticket, $"{last.By}刚改过，看看差别再保存", seen);
}
