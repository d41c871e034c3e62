using System.Text.Json;
using Bot.Messaging.Activities;

namespace Bot.Channels.DingTalk.Intake;

/// <summary>The message that another one quotes; often the vendor tells only a part of it, or nothing but its id.</summary>
internal static class QuotedMessage
{
    private const int LongestId = 256;

    /// <summary>Undefined when it quotes none.</summary>
    public static JsonElement In(JsonElement message) =>
        message.At("text", "repliedMsg") is { ValueKind: JsonValueKind.Object } ofText ? ofText
        : message.At("content", "repliedMsg") is { ValueKind: JsonValueKind.Object } ofContent ? ofContent : default;

    /// <summary>Null when the vendor does not tell them.</summary>
    public static string? Words(JsonElement quoted)
    {
        JsonElement content = quoted.At("content");
        string? words = quoted.Text("content") ?? content.Text("text") ?? content.Text("content") ?? content.Text("recognition") ?? MessageContent.RichWords(content);
        return words.Trim() is { Length: > 0 } said ? said : null;
    }

    public static IEnumerable<Attachment> Attached(JsonElement quoted)
    {
        JsonElement content = quoted.At("content");
        return quoted.Text("msgType") switch
        {
            "picture" => [new Attachment("image/*", MessageContent.Code(content))],
            "richText" => MessageContent.RichPictures(content),
            _ => [],
        };
    }

    public static string? Id(JsonElement message, JsonElement quoted) =>
        (quoted.Text("msgId") ?? message.Text("originalMsgId")) is { Length: > 0 and <= LongestId } id ? id : null;
}
