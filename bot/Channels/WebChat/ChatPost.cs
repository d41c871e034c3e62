using System.Text.Json.Serialization;

namespace Bot.Channels.WebChat;

/// <summary>Something a person says in the simulated chat.</summary>
/// <param name="Group">Name of the group, or the person's own private line "私信:…".</param>
/// <param name="Id">Unique in the conversation; made up when missing.</param>
/// <param name="ReplyTo">Id of the quoted message.</param>
/// <param name="Images">Names of stored photos.</param>
public sealed record ChatPost(
    [property: JsonPropertyName("group")] string? Group,
    [property: JsonPropertyName("person")] string? Person,
    [property: JsonPropertyName("id")] string? Id = null,
    [property: JsonPropertyName("text")] string? Text = null,
    [property: JsonPropertyName("reply_to")] string? ReplyTo = null,
    [property: JsonPropertyName("images")] IReadOnlyList<string>? Images = null);

/// <param name="Duplicate">The same message was stored before.</param>
/// <param name="IsRecorded">False when nothing is stored, because its sender wishes so.</param>
public sealed record ChatReceipt(
    [property: JsonPropertyName("seq")] long Seq,
    [property: JsonPropertyName("duplicate")] bool Duplicate,
    [property: JsonPropertyName("recorded")] bool IsRecorded = true);

/// <summary>Why nothing was stored, for people.</summary>
public sealed record ChatRefusal([property: JsonPropertyName("error")] string Error);
