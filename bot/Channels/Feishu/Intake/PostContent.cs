using System.Text.Json;
using Bot.Channels.Feishu.Media;
using Bot.Messaging.Activities;

namespace Bot.Channels.Feishu.Intake;

/// <summary>Rich text: a title and lines of pieces, maybe once for each language.</summary>
internal static class PostContent
{
    private const int MostPieces = 2000;

    public static Said Of(JsonElement content, Mentions mentions, string? message)
    {
        JsonElement post = Own(content);
        List<string> lines = post.Text("title") is { Length: > 0 } title ? [mentions.Replace(title)] : [];
        List<Attachment> attachments = [];
        int pieces = 0;
        foreach (JsonElement line in post.Items("content").Where(line => line.ValueKind == JsonValueKind.Array))
        {
            JsonElement[] own = [.. line.EnumerateArray().TakeWhile(_ => pieces++ < MostPieces)];
            lines.Add(string.Concat(own.Select(piece => Words(piece, mentions))));
            attachments.AddRange(own.SelectMany(piece => Attached(piece, message)));
        }
        return new Said(string.Join('\n', lines.Where(line => line.Length > 0)), attachments);
    }

    // the first language there is, where it is not the post itself
    private static JsonElement Own(JsonElement content)
    {
        JsonElement all = content.At("post") is { ValueKind: JsonValueKind.Object } inner ? inner : content;
        if (all.ValueKind != JsonValueKind.Object || all.At("content").ValueKind == JsonValueKind.Array) { return all; }
        return all.At("zh_cn") is { ValueKind: JsonValueKind.Object } chinese ? chinese
            : all.EnumerateObject().Select(each => each.Value).FirstOrDefault(each => each.At("content").ValueKind == JsonValueKind.Array);
    }

    private static string Words(JsonElement piece, Mentions mentions) => piece.Text("tag") switch
    {
        "text" or "md" or "code_block" => mentions.Replace(piece.Text("text") ?? ""),
        "a" => Link(piece.Text("text"), piece.Text("href")),
        "at" => mentions.Named(piece.Text("user_id"), piece.Text("user_name")),
        "emotion" => "[表情]",
        _ => "",
    };

    private static string Link(string? text, string? address) =>
        text is { Length: > 0 } && address is { Length: > 0 } && text != address ? $"{text} {address}" : text ?? address ?? "";

    private static IEnumerable<Attachment> Attached(JsonElement piece, string? message) => piece.Text("tag") switch
    {
        "img" => [new Attachment("image/*", Resource.Address(message, piece.Text("image_key"), Resource.Image))],
        "media" => [Resource.Of("video/mp4", message, piece)],
        _ => [],
    };
}
