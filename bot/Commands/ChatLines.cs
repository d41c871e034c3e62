using System.Globalization;
using System.Text.Json;
using Bot.Grids;
using Bot.Messaging;
using Bot.Triage;

namespace Bot.Commands;

/// <summary>Reads a message log: one JSON object per line, see <c>bot triage --help</c>.</summary>
internal sealed class ChatLines(CommunityClock clock)
{
    /// <summary>The message, or what is wrong with the line; safe to call from several threads.</summary>
    public (ChatMessage? Message, string? Problem) Parse(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement)
                : (null, "not a JSON object");
        }
        catch (InvalidOperationException)
        {
            return (null, "a text that is no Unicode");
        }
        catch (JsonException e)
        {
            return (null, $"not JSON ({e.Message.Split('.')[0]})");
        }
    }

    private (ChatMessage?, string?) Read(JsonElement row)
    {
        string? id = Text(row, "id"), group = Text(row, "group"), sender = Text(row, "sender"), text = Text(row, "text");
        if ((id, group, sender, text) is not (not null, not null, not null, not null))
        {
            string missing = id is null ? "id" : group is null ? "group" : sender is null ? "sender" : "text";
            return (null, $"'{missing}' is missing or no string");
        }

        if (Time(Text(row, "time")) is not { } time)
        {
            return (null, "'time' is missing or not ISO 8601");
        }

        if (!TryRole(Text(row, "role"), out SenderRole role))
        {
            return (null, "'role' is none of resident, grid, property, staff");
        }

        return (new ChatMessage(id, group, time, sender, text, role, Text(row, "reply_to"), Images(row)), null);
    }

    private DateTimeOffset? Time(string? text)
    {
        if (text is null || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time))
        {
            return null;
        }

        return time.Kind == DateTimeKind.Unspecified ? clock.Instant(time)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset instant) ? instant : null;
    }

    private static bool TryRole(string? name, out SenderRole role)
    {
        role = SenderRole.Resident;
        return name is null || (Enum.TryParse(name, ignoreCase: true, out role) && !char.IsDigit(name[0]));
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string[] Images(JsonElement row) =>
        row.TryGetProperty("images", out JsonElement images) && images.ValueKind == JsonValueKind.Array
            ? [.. images.EnumerateArray().Where(image => image.ValueKind == JsonValueKind.String).Select(image => image.GetString()!)]
            : [];
}
