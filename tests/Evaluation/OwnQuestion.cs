using System.Text.Json;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>A question of the project's own set over the sample documents.</summary>
/// <param name="Kind">covered, uncovered, near-miss, expired or personal.</param>
/// <param name="Documents">Any of which answers it; none where no document does.</param>
internal sealed record OwnQuestion(string Id, string Text, string Kind, IReadOnlyList<string> Documents)
{
    public bool IsCovered => Kind == "covered";

    /// <summary>A personal case has its rule in a document and its answer at a person: neither covered nor uncovered.</summary>
    public bool IsUncovered => Kind is "uncovered" or "near-miss" or "expired";

    /// <summary>Two in five, chosen by a hash of the id, are for testing; weights and threshold come from the others.</summary>
    public bool IsTest => Hash(Id) % 5 < 2;

    /// <param name="set">A folder below tests/Knowledge: Questions over the sample documents, the others over documents of their own.</param>
    public static IReadOnlyList<OwnQuestion> Load(string set = "Questions") =>
        [.. File.ReadLines(Repository.File("tests", "Knowledge", set, "questions.jsonl")).Select(Parse)];

    private static OwnQuestion Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement row = json.RootElement;
        string[] documents = row.TryGetProperty("documents", out JsonElement several)
            ? [.. several.EnumerateArray().Select(name => name.GetString()!)]
            : row.GetProperty("document").GetString() is { } one ? [one] : [];
        return new OwnQuestion(row.GetProperty("id").GetString()!, row.GetProperty("question").GetString()!, row.GetProperty("kind").GetString()!, documents);
    }

    /// <summary>FNV-1a, 32 bits.</summary>
    private static uint Hash(string id) => id.Aggregate(2166136261u, (hash, character) => (hash ^ character) * 16777619u);
}
