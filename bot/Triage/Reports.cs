using Bot.Tickets;

namespace Bot.Triage;

/// <summary>A message as a ticket keeps it.</summary>
public static class Reports
{
    /// <param name="late">When it is acted on, where that is long after it was said.</param>
    public static TicketReport Of(ChatMessage message, DateTimeOffset? late = null) => new()
    {
        Group = message.Group,
        Channel = message.Channel,
        Conversation = message.Conversation ?? message.Group,
        MessageId = message.Id,
        Sender = message.Sender,
        Text = message.Text,
        Images = message.Images ?? [],
        Time = message.Time,
        ActedAt = late ?? message.Time,
    };
}
