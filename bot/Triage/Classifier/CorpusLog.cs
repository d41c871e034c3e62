using System.Text.Json;
using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Triage.Classifier;

/// <summary>
/// Reads labelled conversations (<c>Logs/*.jsonl</c> of a corpus) as single messages. They teach how often nothing is meant,
/// which messages written one by one do not; what a conversation does not label is left open.
/// </summary>
internal static class CorpusLog
{
    private static readonly TimeSpan Burst = TimeSpan.FromMinutes(3);

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static IEnumerable<CorpusRow> ReadFile(string file)
    {
        Dictionary<string, Line> heard = [];
        int number = 0;
        foreach (string text in File.ReadLines(file))
        {
            number++;
            Line line = Parse(file, number, text);
            heard[line.Id] = line;
            if (!string.IsNullOrWhiteSpace(line.Text))
            {
                CorpusRow row = Label(file, number, line, line.AttachTo is { } to ? heard.GetValueOrDefault(to) : null);
                yield return row;
                if (row.Kind == Kind.Question && !line.ReplyOptional)
                {
                    yield return row with { Intent = line.ShouldReply ? Intent.Desk : Intent.Neighbour };
                }
            }
        }
    }

    private static CorpusRow Label(string file, int number, Line line, Line? opener)
    {
        CorpusException Unknown(string field, string value) => new(file, number, $"unknown {field} '{value}'");
        Kind kind = Enum.TryParse(line.Kind, ignoreCase: true, out Kind known) ? known : throw Unknown("kind", line.Kind);
        SenderRole role = line.Role is not { } name ? SenderRole.Resident
            : Enum.TryParse(name, ignoreCase: true, out SenderRole post) ? post : throw Unknown("role", name);
        bool report = kind is Kind.Issue or Kind.Emergency;
        Category? category = report && LabelNames.TryParse(line.Category ?? "", out Category board) ? board : null;
        Urgency? urgency = report && LabelNames.TryParse(line.Urgency ?? "", out Urgency haste) ? haste : null;
        return new CorpusRow(kind, IntentOf(kind, line, opener), category, null, urgency, null, role, line.Sender, line.Text);
    }

    private static Intent IntentOf(Kind kind, Line line, Line? opener) => kind switch
    {
        Kind.Issue or Kind.Emergency => line.AttachTo is null ? Intent.Report
            : opener is not null && opener.Sender == line.Sender && line.Time - opener.Time <= Burst ? Intent.Detail : Intent.Unknown,
        Kind.Followup => line.Role is null ? Intent.Unknown : Intent.Progress,
        Kind.Offer => line.AttachTo is null ? Intent.Volunteer : Intent.Claim,
        Kind.Question => Intent.Unknown,
        _ => Intent.None,
    };

    private static Line Parse(string file, int number, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(text, Json) ?? throw new CorpusException(file, number, "not a labelled message");
        }
        catch (JsonException exception)
        {
            throw new CorpusException(file, number, $"not a labelled message: {exception.Message}");
        }
    }

    private sealed record Line(
        string Id, DateTimeOffset Time, string Sender, string Text, string Kind, string? Role, string? AttachTo, string? Category, string? Urgency,
        bool ShouldReply, bool ReplyOptional);
}
