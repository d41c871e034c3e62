using System.Text.Json.Serialization;

namespace Bot.Channels.WebChat;

/// <summary>A message as the simulated chat shows it.</summary>
public sealed record ChatMessageView(
    [property: JsonPropertyName("seq")] long Seq,
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("sender")] string Sender,
    [property: JsonPropertyName("title")] string? Title,
    [property: JsonPropertyName("bot")] bool IsBot,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("reply_to")] string? ReplyTo,
    [property: JsonPropertyName("quote")] string? Quote,
    [property: JsonPropertyName("images")] IReadOnlyList<string> Images,
    [property: JsonPropertyName("time")] string Time,
    [property: JsonPropertyName("recalled")] bool IsRecalled = false);
