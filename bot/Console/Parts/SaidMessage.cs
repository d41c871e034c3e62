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
    private static readonly TimeSpan OneBreath = TimeSpan.FromMinutes(3);

    /// <summary>What was said in one breath, without what has no words.</summary>
    public IReadOnlyList<string> Texts { get; private init; } = Text.Length > 0 ? [Text] : [];

    /// <summary>Fragments that follow each other from one sender stand under one head.</summary>
    public static IReadOnlyList<SaidMessage> Together(IEnumerable<SaidMessage> messages)
    {
        List<SaidMessage> together = [];
        foreach (SaidMessage next in messages)
        {
            if (together.Count > 0 && together[^1] is var last && next.Continues(last))
            {
                together[^1] = last with { Texts = [.. last.Texts, .. next.Texts], Images = [.. last.Images, .. next.Images] };
            }
            else
            {
                together.Add(next);
            }
        }
        return together;
    }

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

    private bool Continues(SaidMessage last) =>
        Sender == last.Sender && Group == last.Group && Quote is null && Time - last.Time <= OneBreath;
}
