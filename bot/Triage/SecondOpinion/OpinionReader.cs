using System.Text.Json;
using Bot.Ai;
using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Triage.SecondOpinion;

/// <summary>Reads a model's answer strictly: the eight fields, the known labels, nothing that contradicts itself. Pure.</summary>
public static class OpinionReader
{
    private const int ShownReason = 40;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 2, AllowDuplicateProperties = false };

    /// <param name="text">The model's words.</param>
    /// <param name="tickets">How many tickets it was shown.</param>
    public static (Opinion? Opinion, ModelOutcome? Rejected) Read(string text, int tickets)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(Unwrapped(text), Strict);
            Opinion? opinion = Read(answer.RootElement, tickets);
            return opinion is not null && IsConsistent(opinion) ? (opinion, null) : (null, ModelOutcome.WrongSchema);
        }
        catch (JsonException)
        {
            return (null, ModelOutcome.NotJson);
        }
    }

    // Local models think aloud first and like to fence what they answer
    private static string Unwrapped(string text)
    {
        int thought = text.LastIndexOf("</think>", StringComparison.Ordinal);
        string said = (thought < 0 ? text : text[(thought + "</think>".Length)..]).Trim();
        if (!said.StartsWith("```", StringComparison.Ordinal) || !said.EndsWith("```", StringComparison.Ordinal) || said.Length < 6) { return said; }
        int line = said.IndexOf('\n');
        return line < 0 ? said : said[(line + 1)..^3].Trim();
    }

    private static Opinion? Read(JsonElement answer, int tickets)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.EnumerateObject().Select(field => field.Name).Order().SequenceEqual(OpinionSchema.Fields.Order()))
        {
            return null;
        }
        bool known = Word(answer, "kind", OpinionSchema.Kinds, out string? kind) & Word(answer, "category", OpinionSchema.Categories, out string? category)
            & Word(answer, "topic", Topics.All, out string? topic) & Word(answer, "urgency", OpinionSchema.Urgencies, out string? urgency)
            & Ticket(answer, tickets, out int? joins);
        JsonElement opens = answer.GetProperty("opens"), sure = answer.GetProperty("confidence"), reason = answer.GetProperty("reason");
        if (!known || kind is null || opens.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
            || sure.ValueKind != JsonValueKind.Number || !sure.TryGetDouble(out double confidence) || confidence is not (>= 0 and <= 1)
            || reason.ValueKind != JsonValueKind.String || reason.GetString() is not { Length: <= OpinionSchema.LongestReason } why)
        {
            return null;
        }
        return new Opinion(
            Enum.Parse<Kind>(kind, ignoreCase: true), LabelNames.TryParse(category, out Category board) ? board : null, topic,
            LabelNames.TryParse(urgency, out Urgency soon) ? soon : null, opens.GetBoolean(), joins, confidence, SafeWords.Clean(why, ShownReason));
    }

    private static bool IsConsistent(Opinion opinion)
    {
        bool matter = opinion.Kind is Kind.Issue or Kind.Emergency;
        return opinion.Opens
            ? matter && opinion is { Joins: null, Category: not null, Topic: not null, Urgency: not null }
            : opinion.Joins is null || matter || opinion.Kind == Kind.Followup;
    }

    /// <summary>False when it is neither null nor one of the words.</summary>
    private static bool Word(JsonElement answer, string field, IReadOnlyList<string> words, out string? word)
    {
        JsonElement value = answer.GetProperty(field);
        word = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return value.ValueKind == JsonValueKind.Null || (word is not null && words.Contains(word, StringComparer.Ordinal));
    }

    private static bool Ticket(JsonElement answer, int tickets, out int? index)
    {
        JsonElement value = answer.GetProperty("joins");
        bool told = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int n) && n >= 1 && n <= tickets;
        index = told ? value.GetInt32() - 1 : null;
        return told || value.ValueKind == JsonValueKind.Null;
    }
}
