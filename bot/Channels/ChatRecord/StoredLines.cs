using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Channels.ChatRecord.Reading;
using Bot.Messaging;

namespace Bot.Channels.ChatRecord;

/// <summary>The lines of a record as they wait for a person's yes.</summary>
internal static class StoredLines
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IReadOnlyList<RecordLine> lines) => JsonSerializer.Serialize(lines, Options);

    public static IReadOnlyList<RecordLine> Read(string? json) => json is null ? [] : JsonSerializer.Deserialize<RecordLine[]>(json, Options)!;
}

/// <summary>The roles a person gave to senders of a record.</summary>
internal static class StoredRoles
{
    public static string Write(IReadOnlyDictionary<string, SenderRole> roles) => JsonSerializer.Serialize(roles);

    public static IReadOnlyDictionary<string, SenderRole> Read(string? json) =>
        json is null ? new Dictionary<string, SenderRole>() : JsonSerializer.Deserialize<Dictionary<string, SenderRole>>(json)!;
}
