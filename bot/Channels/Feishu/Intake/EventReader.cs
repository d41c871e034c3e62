using System.Globalization;
using System.Text.Json;
using Bot.Messaging.Activities;

namespace Bot.Channels.Feishu.Intake;

/// <summary>An event as an activity; the same on the long connection and at the webhook.</summary>
internal static class EventReader
{
    /// <summary>Null for what nobody needs.</summary>
    /// <param name="self">The bot's own id.</param>
    public static Activity? Read(JsonElement root, string self) => root.Text("header", "event_type") switch
    {
        "im.message.receive_v1" => Message(root.At("event"), self, ActivityTypes.Message),
        "im.message.updated_v1" => Message(root.At("event"), self, ActivityTypes.Update),
        "im.message.recalled_v1" => TakenBack(root.At("event"), self),
        "im.chat.member.bot.added_v1" => Came(root, self),
        _ => null,
    };

    /// <summary>Whether it is said to the bot: alone, or by its name.</summary>
    public static bool IsToBot(Activity activity) => activity.Conversation?.IsGroup != true
        || (activity.Entities ?? []).Any(entity => entity.Mentioned?.Id is { } id && id == activity.Recipient?.Id);

    private static Activity? Message(JsonElement said, string self, string type)
    {
        JsonElement message = said.At("message");
        // the bot's own words are stored when they are sent
        string? from = said.Text("sender", "sender_id", "open_id") ?? said.Text("sender", "sender_id", "app_id") ?? said.Text("sender", "sender_id", "union_id");
        if (from == self) { return null; }
        Mentions mentions = new(message, self);
        Said words = MessageContent.Of(message, mentions);
        return In(message.Text("chat_id"), message.Text("chat_type") != "p2p", self) with
        {
            Type = type,
            Id = message.Text("message_id"),
            Timestamp = Time(message.Text("create_time")),
            From = new ChannelAccount(from, Role: said.Text("sender", "sender_type") is null or "" or "user" ? null : ChannelAccount.Bot),
            Text = words.Text,
            Attachments = words.Attachments.Count > 0 ? words.Attachments : null,
            Entities = mentions.Entities is { Count: > 0 } entities ? entities : null,
            ReplyToId = message.Text("parent_id") is { Length: > 0 } parent ? parent : null,
        };
    }

    private static Activity TakenBack(JsonElement said, string self) => In(said.Text("chat_id"), isGroup: null, self) with
    {
        Type = ActivityTypes.Delete,
        Id = said.Text("message_id"),
        Timestamp = Time(said.Text("recall_time")),
    };

    private static Activity Came(JsonElement root, string self)
    {
        Activity came = In(root.Text("event", "chat_id"), isGroup: true, self);
        return came with
        {
            Type = ActivityTypes.Conversation,
            Id = root.Text("header", "event_id"),
            Timestamp = Time(root.Text("header", "create_time")),
            From = new ChannelAccount(root.Text("event", "operator_id", "open_id")),
            Conversation = came.Conversation! with { Name = root.Text("event", "name") },
            MembersAdded = [new ChannelAccount(self, Role: ChannelAccount.Bot)],
        };
    }

    private static Activity In(string? chat, bool? isGroup, string self) => new()
    {
        ChannelId = FeishuChannel.ChannelName,
        Recipient = new ChannelAccount(self, Role: ChannelAccount.Bot),
        Conversation = new ConversationAccount(chat, isGroup),
    };

    // in milliseconds, written as text
    private static DateTimeOffset? Time(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long time) && time is > 0 and < 253402300800000
            ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;
}
