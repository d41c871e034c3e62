using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Knowledge;

namespace Bot.Commands;

/// <summary><c>bot ask</c>: answers questions from a knowledge store, or refuses.</summary>
internal static class AskCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Row(
        string? Id, bool Answered, string? Answer, double Confidence, IReadOnlyList<RowDocument> Documents, IReadOnlyList<RowCitation> Citations);

    private sealed record RowDocument(string Document, double Score);

    private sealed record RowCitation(string Document, string? Section, string Quote);

    public static Command Create()
    {
        Argument<string> question = new("question") { Description = "One question, instead of --input.", Arity = ArgumentArity.ZeroOrOne };
        Option<string> store = new("--store") { Description = "Folder of a store made by 'bot index'.", HelpName = "DIR", Required = true };
        Option<string> input = new("--input") { Description = "Questions, a JSON object a line: id, question.", HelpName = "Q.jsonl" };
        Option<string> output = new("--output") { Description = "File for the answers; stdout without it.", HelpName = "A.jsonl" };
        Option<string> at = new("--at") { Description = "Day on which the answers are to hold, such as 2026-07-01; today without it.", HelpName = "DATE" };
        at.Validators.Add(result =>
        {
            if (Day(result.GetValueOrDefault<string>()) is null) { result.AddError("--at takes a day such as 2026-07-01."); }
        });
        Command command = new("ask", "Answers questions from a knowledge store, with the words the answer rests on, or refuses.")
        {
            question, store, input, output, at,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(input) is not null == result.GetResult(question) is { Tokens.Count: > 0 })
            {
                result.AddError("Give either a question or --input.");
            }
        });
        command.SetAction(parsed =>
        {
            DateOnly day = Day(parsed.GetValue(at)) ?? StoreFolders.Today();
            return parsed.GetValue(input) is { } file
                ? AskAll(parsed.GetRequiredValue(store), file, parsed.GetValue(output), day)
                : AskOne(parsed.GetRequiredValue(store), parsed.GetRequiredValue(question), parsed.GetValue(output), day);
        });
        return command;
    }

    private static int AskOne(string storeFolder, string question, string? output, DateOnly day)
    {
        using KnowledgeBase store = StoreFolders.Open(storeFolder);
        using OutputFile results = new(output);
        results.WriteLine(Line(null, store.Ask(question, day)));
        results.Complete();
        return ExitCodes.Success;
    }

    private static int AskAll(string storeFolder, string input, string? output, DateOnly day)
    {
        SkippedLines skipped = new(input);
        List<QuestionLine> questions = QuestionLines.Read(input, skipped);
        using KnowledgeBase store = StoreFolders.Open(storeFolder);
        using OutputFile results = new(output);
        string[] lines = new string[questions.Count];
        using (ProgressBar bar = new("asking"))
        {
            int done = 0;
            Parallel.For(0, questions.Count, i =>
            {
                lines[i] = Line(questions[i].Id, store.Ask(questions[i].Question, day));
                bar.Report((double)Interlocked.Increment(ref done) / questions.Count);
            });
        }
        foreach (string line in lines) { results.WriteLine(line); }
        results.Complete();
        return skipped.ExitCode;
    }

    private static string Line(string? id, Answer answer) => JsonSerializer.Serialize(
        new Row(
            id, answer.Answered, answer.Text, Math.Round(answer.Confidence, 4),
            [.. answer.Documents.Select(found => new RowDocument(found.Document, found.Score))],
            [.. answer.Citations.Select(cited => new RowCitation(cited.Document, cited.Section.Length > 0 ? cited.Section : null, cited.Quote))]),
        Json);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
