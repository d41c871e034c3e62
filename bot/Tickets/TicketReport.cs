namespace Bot.Tickets;

/// <summary>A message that belongs to a ticket: the first report, a duplicate, a detail or a follow-up.</summary>
public sealed class TicketReport
{
    private readonly DateTimeOffset _actedAt;

    public long Id { get; set; }

    /// <summary>Name of the group as in the directory.</summary>
    public required string Group { get; set; }

    /// <summary>With <see cref="Conversation"/> and <see cref="MessageId"/>: what is needed to quote it.</summary>
    public required string Channel { get; set; }
    public required string Conversation { get; set; }
    public required string MessageId { get; set; }
    public required string Sender { get; set; }
    public required string Text { get; set; }
    public IReadOnlyList<string> Images { get; set; } = [];

    /// <summary>When its sender took the words back; <see cref="Text"/> is hidden then.</summary>
    public DateTimeOffset? RecalledAt { get; set; }
    public DateTimeOffset Time { get; set; }

    /// <summary>When it is acted on: promises count from here. Later than <see cref="Time"/> where it was heard late; not stored.</summary>
    public DateTimeOffset ActedAt
    {
        get => _actedAt > Time ? _actedAt : Time;
        init => _actedAt = value;
    }

    /// <summary>Whether the sender reports the matter; false for follow-ups and words of staff.</summary>
    public bool IsReport { get; set; } = true;

    /// <summary>Number of the ticket it came from when that was merged; null if it was always here.</summary>
    public int? MergedFrom { get; set; }

    /// <summary>Number to call the reporter back, where the matter was written down by hand.</summary>
    public string? Phone { get; set; }

    /// <summary>When a reporter outside the groups was last called; null while nobody did.</summary>
    public DateTimeOffset? CalledAt { get; set; }

    /// <summary>Channel of the group that hears of a matter written down by hand; null where none does.</summary>
    public string? ToldThrough { get; set; }

    /// <summary>The channel the bot speaks of this report through; null where a person calls.</summary>
    public string? SpokenThrough => ByHand.Is(Channel) ? ToldThrough : Channel;

    /// <summary>The channel its sender speaks on; null for one who speaks on none.</summary>
    public string? HeardThrough => Channel == ByHand.Outside ? null : SpokenThrough;

    public bool IsSameMessage(TicketReport other) =>
        (Channel, Conversation, MessageId) == (other.Channel, other.Conversation, other.MessageId);
}
