using System.Text.Json;
using Bot.Messaging.Activities;

namespace Bot.Channels.DingTalk.Intake;

/// <summary>The words of a message and what is attached to it, by its kind.</summary>
internal static class MessageContent
{
    private const string Unreadable = "[这类消息读不出来]";
    private const int LongestCode = 2048;

    public static string Words(string? kind, JsonElement message) => kind switch
    {
        "text" => message.Text("text", "content")?.Trim() ?? "",
        "richText" => RichWords(message.At("content")),
        // written down by the vendor
        "audio" => message.Text("content", "recognition")?.Trim() ?? "",
        "picture" or "video" or "file" => "",
        _ => Unreadable,
    };

    public static IEnumerable<Attachment> Attached(string? kind, JsonElement message)
    {
        JsonElement content = message.At("content");
        return kind switch
        {
            "richText" => RichPictures(content),
            "picture" => [new Attachment("image/*", Code(content))],
            "audio" when Words(kind, message).Length == 0 => [new Attachment("audio/amr", Code(content))],
            "video" => [new Attachment("video/mp4", Code(content))],
            "file" => [new Attachment("application/octet-stream", Code(content), content.Text("fileName"))],
            _ => [],
        };
    }

    public static string RichWords(JsonElement content) =>
        string.Concat(content.Items("richText").Select(part => part.Text("text") ?? (part.Text("msgType") == "text" ? part.Text("content") : null))).Trim();

    public static IEnumerable<Attachment> RichPictures(JsonElement content) =>
        content.Items("richText").Where(part => part.Text("type") == "picture" || part.Text("msgType") == "picture").Select(part => new Attachment("image/*", Code(part)));

    /// <summary>By which the vendor tells where it lies.</summary>
    public static string? Code(JsonElement content) =>
        (content.Text("downloadCode") ?? content.Text("pictureDownloadCode")) is { Length: > 0 and <= LongestCode } code ? code : null;
}
