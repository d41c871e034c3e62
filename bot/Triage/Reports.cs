using Bot.Tickets;

namespace Bot.Triage;

/// <summary>A message as a ticket keeps it.</summary>
public static class Reports
{
    public static TicketReport Of(ChatMessage message) => new()
    {
        Group = message.Group,
        Channel = message.Channel,
        Conversation = message.Conversation ?? message.Group,
        MessageId = message.Id,
        Sender = message.Sender,
        Text = message.Text,
        Images = message.Images ?? [],
        Time = message.Time,
    };
}
