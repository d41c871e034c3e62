namespace Bot.Tickets;

/// <summary>A message that belongs to a ticket: the first report, a duplicate, a detail or a follow-up.</summary>
public sealed class TicketReport
{
    public long Id { get; set; }
    public required string Group { get; set; }
    public required string MessageId { get; set; }
    public required string Sender { get; set; }
    public required string Text { get; set; }
    public IReadOnlyList<string> Images { get; set; } = [];
    public DateTimeOffset Time { get; set; }

    /// <summary>Whether the sender reports the matter; false for follow-ups and words of staff.</summary>
    public bool IsReport { get; set; }
}
