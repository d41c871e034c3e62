using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Triage;

namespace Tests.Generator;

/// <summary>Writes messages as <c>triage</c> reads them.</summary>
public static class ChatFile
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, IEnumerable<ChatMessage> messages) =>
        File.WriteAllLines(path, messages.Select(message => JsonSerializer.Serialize(
            new
            {
                id = message.Id,
                group = message.Group,
                time = message.Time,
                sender = message.Sender,
                text = message.Text,
                role = message.Role.ToString().ToLowerInvariant(),
            },
            Json)));
}
