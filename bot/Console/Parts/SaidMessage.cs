using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Console.Parts;

/// <summary>A message as it was said; <paramref name="Quote"/> is the text it answers.</summary>
/// <param name="Role">Empty for residents, "staff" or "bot" for others.</param>
public sealed record SaidMessage(
    string Sender,
    string Group,
    string Text,
    DateTimeOffset Time,
    IReadOnlyList<string> Images,
    string? Quote = null,
    string Role = "")
{
    public static SaidMessage Of(TicketReport report, string? quote = null) =>
        new(report.Sender, report.Group, report.Text, report.Time, report.Images, quote);

    public static SaidMessage Of(Message message, IReadOnlyDictionary<(string Conversation, string MessageId), string> quotes) => new(
        message.Sender,
        message.Conversation,
        message.Text,
        message.Time,
        message.Images,
        message.ReplyTo is { } quoted ? quotes.GetValueOrDefault((message.Conversation, quoted)) : null,
        message.Role switch { SenderRole.Resident => "", SenderRole.Bot => "bot", _ => "staff" });
}
