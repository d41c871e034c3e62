using System.Text.Json;
using Bot.Messaging.Activities;

namespace Bot.Channels.Feishu.Media;

/// <summary>What the vendor must be told to hand out what a message carries: "om_…/img_…?type=image".</summary>
internal static class Resource
{
    public const string Image = "image";
    public const string File = "file";
    private const int Longest = 256;

    public static Attachment Of(string type, string? message, JsonElement content) =>
        new(type, Address(message, content.Text("file_key"), File), content.Text("file_name"));

    /// <summary>Null where something of it is missing.</summary>
    public static string? Address(string? message, string? key, string type) => IsId(message) && IsId(key) ? $"{message}/{key}?type={type}" : null;

    /// <summary>The path to ask; null for what is no such address.</summary>
    public static string? Path(string address)
    {
        string[] parts = address.Split('/', 2);
        string[] ends = parts[^1].Split("?type=", 2);
        return parts.Length == 2 && ends.Length == 2 && ends[1] is Image or File && IsId(parts[0]) && IsId(ends[0])
            ? $"/open-apis/im/v1/messages/{parts[0]}/resources/{ends[0]}?type={ends[1]}" : null;
    }

    private static bool IsId(string? id) => id is { Length: > 0 and <= Longest } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}
