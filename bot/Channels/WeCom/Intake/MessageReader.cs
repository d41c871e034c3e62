using System.Text.Json;
using Bot.Channels.WeCom.Media;
using Bot.Messaging.Activities;

namespace Bot.Channels.WeCom.Intake;

/// <summary>What the bot hears, as an activity; the same body in the callback and on the long connection.</summary>
internal static class MessageReader
{
    public const string PersonPrefix = "u:";
    private const string Unreadable = "[这类消息读不出来]";

    /// <summary>Null for what nobody needs: the vendor's question after a stream, clicks on cards.</summary>
    public static Activity? Read(JsonElement body, string? botName) => body.Text("msgtype") switch
    {
        "stream" => null,
        "event" => body.Text("event", "eventtype") == "enter_chat" ? Came(body) : null,
        _ => Said(body, botName),
    };

    private static Activity Said(JsonElement body, string? botName)
    {
        JsonElement quote = body.At("quote");
        string text = Words(body);
        string? bot = IsGroup(body) ? BotMention.In(text, botName) : null;
        return About(body) with
        {
            Text = text,
            Entities = bot is null ? null : [new Entity("mention", new ChannelAccount(body.Text("aibotid")), bot)],
            Attachments = [.. Attached(body), .. Attached(quote)],
            Quoted = quote.ValueKind == JsonValueKind.Object && Words(quote) is { Length: > 0 } quoted && quoted != Unreadable ? quoted : null,
        };
    }

    private static Activity Came(JsonElement body) => About(body) with
    {
        Type = ActivityTypes.Conversation,
        MembersAdded = [new ChannelAccount(body.Text("from", "userid"))],
    };

    private static Activity About(JsonElement body) => new()
    {
        Id = body.Text("msgid"),
        ChannelId = WeComChannel.ChannelName,
        Timestamp = body.Number("create_time") is { } time and > 0 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(time) : null,
        From = new ChannelAccount(body.Text("from", "userid")),
        Recipient = new ChannelAccount(body.Text("aibotid"), Role: ChannelAccount.Bot),
        Conversation = new ConversationAccount(Conversation(body), IsGroup(body)),
    };

    private static bool IsGroup(JsonElement body) => body.Text("chattype") != "single" && body.Text("chatid") is { Length: > 0 };

    private static string? Conversation(JsonElement body) => IsGroup(body) ? body.Text("chatid")
        : body.Text("from", "userid") is { Length: > 0 } person ? PersonPrefix + person : null;

    private static string Words(JsonElement said) => said.Text("msgtype") switch
    {
        "text" => said.Text("text", "content") ?? "",
        "voice" => said.Text("voice", "content") ?? "",
        "mixed" => string.Join('\n', said.Items("mixed", "msg_item").Select(item => item.Text("text", "content")).Where(words => words is { Length: > 0 })),
        "image" or "file" or "video" => "",
        _ => Unreadable,
    };

    private static IEnumerable<Attachment> Attached(JsonElement said) => said.Text("msgtype") switch
    {
        "image" => [Picture(said)],
        "mixed" => said.Items("mixed", "msg_item").Where(item => item.Text("msgtype") == "image").Select(Picture),
        // with words it was written down by the vendor
        "voice" when said.Text("voice", "content") is not { Length: > 0 } => [new Attachment("audio/amr")],
        "video" => [new Attachment("video/mp4", MediaAddress.Of(said.At("video")))],
        "file" => [new Attachment("application/octet-stream", MediaAddress.Of(said.At("file")), said.Text("file", "name") ?? said.Text("file", "filename"))],
        _ => [],
    };

    private static Attachment Picture(JsonElement said) => new("image/*", MediaAddress.Of(said.At("image")));
}
