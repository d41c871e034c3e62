using System.Text;
using System.Text.Json;
using Bot.Channels.Feishu.Media;
using Bot.Messaging.Activities;

namespace Bot.Channels.Feishu.Intake;

/// <summary>What a message says.</summary>
internal sealed record Said(string Text, IReadOnlyList<Attachment> Attachments)
{
    public Said(string text) : this(text, []) { }
}

/// <summary>Reads the content of a message: JSON within JSON, of another form for each sort.</summary>
internal static class MessageContent
{
    private const string Unreadable = "[这类消息读不出来]";

    public static Said Of(JsonElement message, Mentions mentions)
    {
        JsonElement content = JsonFields.Parse(Encoding.UTF8.GetBytes(message.Text("content") ?? "")) ?? default;
        string? id = message.Text("message_id");
        return (message.Text("message_type") ?? message.Text("msg_type")) switch
        {
            "text" => new Said(mentions.Replace(content.Text("text") ?? "")),
            "post" => PostContent.Of(content, mentions, id),
            "image" => new Said("", [new Attachment("image/*", Resource.Address(id, content.Text("image_key"), Resource.Image))]),
            "file" => new Said("", [Resource.Of("application/octet-stream", id, content)]),
            "audio" => new Said("", [Resource.Of("audio/opus", id, content)]),
            "media" or "video" => new Said("", [Resource.Of("video/mp4", id, content)]),
            "sticker" => new Said("[表情]"),
            "location" => new Said(content.Text("name") is { Length: > 0 } place ? $"[位置：{place}]" : "[位置]"),
            "merge_forward" => new Said("[合并转发的消息]"),
            "interactive" => new Said("[卡片]"),
            "share_chat" => new Said("[群名片]"),
            "share_user" => new Said("[个人名片]"),
            "vote" => new Said("[投票]"),
            "todo" => new Said("[任务]"),
            "share_calendar_event" or "calendar" or "general_calendar" => new Said("[日程]"),
            _ => new Said(Unreadable),
        };
    }
}
