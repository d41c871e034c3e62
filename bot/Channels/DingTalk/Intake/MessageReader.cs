using System.Text.Json;
using Bot.Messaging.Activities;

namespace Bot.Channels.DingTalk.Intake;

/// <summary>What the bot hears, as an activity; the same over Stream connections and by callback.</summary>
internal static class MessageReader
{
    /// <summary>Before the id of a person the vendor tells no staff id of: nobody can be written to or called by it.</summary>
    public const string OutsiderPrefix = "x:";

    /// <summary>Before the person, for the conversation with one alone: what the vendor calls it is of no use for sending.</summary>
    public const string PersonPrefix = "u:";

    private const long EndOfTime = 253402300800000;

    /// <summary>Null when it is no message at all.</summary>
    public static Activity? Read(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object) { return null; }
        string? bot = message.Text("chatbotUserId") ?? message.Text("robotCode");
        bool group = IsGroup(message);
        JsonElement quoted = QuotedMessage.In(message);
        string words = MessageContent.Words(message.Text("msgtype"), message);
        string? mention = group && IsNamed(message) && bot is { Length: > 0 } ? $"@{bot}" : null;
        return new Activity
        {
            Id = message.Text("msgId"),
            ChannelId = DingTalkChannel.ChannelName,
            Timestamp = message.Number("createAt") is { } time and > 0 and < EndOfTime ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null,
            From = new ChannelAccount(Sender(message), message.Text("senderNick")),
            Recipient = new ChannelAccount(bot, Role: ChannelAccount.Bot),
            Conversation = new ConversationAccount(Conversation(message), group, group ? message.Text("conversationTitle") : null),
            Text = mention + words,
            Entities = [.. Mentions(message, bot, mention)],
            Attachments = [.. MessageContent.Attached(message.Text("msgtype"), message), .. QuotedMessage.Attached(quoted)],
            Quoted = QuotedMessage.Words(quoted),
            ReplyToId = QuotedMessage.Id(message, quoted),
        };
    }

    private static bool IsGroup(JsonElement message) => message.Text("conversationType") != "1";

    private static bool IsNamed(JsonElement message) => message.At("isInAtList").ValueKind == JsonValueKind.True;

    private static string? Sender(JsonElement message) => message.Text("senderStaffId") is { Length: > 0 } staff ? staff
        : message.Text("senderId") is { Length: > 0 } outsider ? OutsiderPrefix + outsider : null;

    private static string? Conversation(JsonElement message) =>
        IsGroup(message) ? message.Text("conversationId") : Sender(message) is { } person ? PersonPrefix + person : null;

    // the vendor takes the bot's own name out of the text; others keep theirs
    private static IEnumerable<Entity> Mentions(JsonElement message, string? bot, string? mention)
    {
        if (mention is not null) { yield return new Entity("mention", new ChannelAccount(bot, Role: ChannelAccount.Bot), mention); }
        foreach (JsonElement named in message.Items("atUsers"))
        {
            string? id = named.Text("dingtalkId");
            if (id is { Length: > 0 } && id != bot) { yield return new Entity("mention", new ChannelAccount(named.Text("staffId") ?? OutsiderPrefix + id)); }
        }
    }
}
