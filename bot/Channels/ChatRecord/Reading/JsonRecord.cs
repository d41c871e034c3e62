using System.Globalization;
using System.Text.Json;
using Bot.Messaging;

namespace Bot.Channels.ChatRecord.Reading;

/// <summary>Our own message log: a JSON object per line, as <c>bot triage</c> takes it.</summary>
internal static class JsonRecord
{
    // Each costs an exception
    private const int MostBroken = 200;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static bool Is(string[] lines) => Array.Find(lines, line => !string.IsNullOrWhiteSpace(line))?.TrimStart().StartsWith('{') == true;

    public static ReadRecord Read(string[] lines)
    {
        List<(RecordLine Line, string? Group)> read = [];
        int broken = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (PlainForm.Trim(lines[i]).Length == 0) { continue; }
            read.Add(broken < MostBroken ? Read(lines[i], i + 1) : (Unreadable(lines[i], i + 1), null));
            broken += read[^1].Line.Kind == LineKind.Unreadable ? 1 : 0;
        }
        string? group = read.GroupBy(each => each.Group).Where(each => each.Key is not null).MaxBy(each => each.Count())?.Key;
        return new ReadRecord([.. read.Select(each => each.Group is null || each.Group == group ? each.Line : Elsewhere(each.Line, each.Group))], group);
    }

    private static RecordLine Elsewhere(RecordLine line, string group) =>
        line with { Kind = LineKind.Unreadable, Text = $"这句是别的群（{group}）的：{line.Text}" };

    private static (RecordLine, string?) Read(string line, int number)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement row = document.RootElement;
            return Text(row, "sender") is { Length: > 0 and <= 100 } sender && Text(row, "text") is { } text && text.Length <= Assembly.LongestText
                && (text.Length > 0 || row.TryGetProperty("images", out _))
                ? (Message(row, number, sender, text), Text(row, "group"))
                : (Unreadable(line, number), null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return (Unreadable(line, number), null);
        }
    }

    private static RecordLine Message(JsonElement row, int number, string sender, string text) =>
        new(number, number, Time(Text(row, "time")), sender, text.Length > 0 ? text : "[图片]", LineKind.Message)
        {
            Id = Text(row, "id"),
            ReplyTo = Text(row, "reply_to"),
            Role = Enum.TryParse(Text(row, "role"), ignoreCase: true, out SenderRole role) && Enum.IsDefined(role) ? role : null,
        };

    private static RecordLine Unreadable(string line, int number) =>
        new(number, number, At: null, "", line.Length <= 500 ? line.Trim() : line[..500], LineKind.Unreadable);

    // The wall clock the line shows; a time in UTC is turned into China's
    private static SaidAt? Time(string? text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) || time.Year is < 2000 or > 2200)
        {
            return null;
        }
        DateTime local = text!.EndsWith('Z') ? time.ToOffset(China).DateTime : time.DateTime;
        return new SaidAt(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), HasSeconds: true);
    }

    private static string? Text(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
