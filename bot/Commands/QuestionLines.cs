using System.Text.Json;

namespace Bot.Commands;

/// <summary>A question as it stands in a file, with its label where it has one.</summary>
internal sealed record QuestionLine(string Id, string Question, bool? Answerable);

/// <summary>Reads questions, a JSON object a line.</summary>
internal static class QuestionLines
{
    private const int Longest = 10_000;

    public static List<QuestionLine> Read(string path, SkippedLines skipped)
    {
        List<QuestionLine> questions = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        List<string> lines = InputLines.Read(path);
        for (int i = 0; i < lines.Count; i++)
        {
            (QuestionLine? question, string? problem) = Parse(lines[i]);
            problem ??= ids.Add(question!.Id) ? null : $"the id '{question.Id}' was there before";
            if (problem is null) { questions.Add(question!); } else { skipped.Add(i + 1, problem); }
        }
        skipped.Summarise();
        return questions;
    }

    private static (QuestionLine? Question, string? Problem) Parse(string line)
    {
        if (line.Contains(InputLines.Undecodable)) { return (null, "not valid UTF-8"); }
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement row = json.RootElement;
            string? question = row.ValueKind == JsonValueKind.Object ? Text(row, "question") : null;
            string? id = question is null ? null : Text(row, "id");
            return question is null ? (null, "no 'question'; expected {\"id\",\"question\"}")
                : id is null ? (null, "no 'id'; expected {\"id\",\"question\"}")
                : question.Length > Longest ? (null, $"the question is longer than {Longest} characters")
                : (new QuestionLine(id, question, Label(row)), null);
        }
        catch (JsonException)
        {
            return (null, "is no JSON object on one line");
        }
    }

    private static string? Text(JsonElement row, string name) =>
        !row.TryGetProperty(name, out JsonElement value) ? null
        : value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()) ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    /// <summary>Said outright, or by naming the document that answers, null where none does.</summary>
    private static bool? Label(JsonElement row) =>
        row.TryGetProperty("answerable", out JsonElement said) && said.ValueKind is JsonValueKind.True or JsonValueKind.False ? said.GetBoolean()
        : row.TryGetProperty("document", out JsonElement document) ? document.ValueKind != JsonValueKind.Null
        : null;
}
