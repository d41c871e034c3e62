using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Tests.Evaluation.Scoring;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>Writes what was measured by hand: the table and the mistakes under artifacts, the figures of the day into RESULTS.md.</summary>
internal static partial class EvaluationRecord
{
    private static readonly string Results = Repository.File("tests", "Evaluation", "RESULTS.md");

    private static readonly (string Title, string Figure)[] History =
    [
        ("opening", "opening.f1"), ("attachment", "attach.accuracy"), ("missed", "emergency.missed"), ("false", "emergency.false"), ("speech", "speak.f1"),
        ("kinds", "kind.macro_f1"), ("category", "field.category"), ("urgency", "field.urgency"), ("place", "location.exact"),
    ];

    public static async Task WriteAsync(IReadOnlyList<Measured> heldOut)
    {
        HashSet<string> logs = [.. heldOut.Select(log => log.Name)];
        List<Measured> all = [.. heldOut, .. await Measured.Threads()];
        if (SharedMaterial.Find("examples", "sample.jsonl") is not null) { all.Add(await Measured.Of("sample", GoldLog.Load("sample"))); }
        LogTable table = new();
        MistakeList mistakes = new();
        foreach (Measured log in all)
        {
            table.Add(log.Name, log.Score);
            mistakes.Add(log.Name, log.Score);
        }

        string markdown = table.Markdown(logs.Contains);
        TestContext.Current.TestOutputHelper?.WriteLine(markdown + mistakes);
        Directory.CreateDirectory(Repository.File("artifacts", "evaluation"));
        File.WriteAllText(Repository.File("artifacts", "evaluation", "table.md"), markdown);
        // Sentences of the sample stay beside the working copy
        File.WriteAllText(Repository.File("artifacts", "evaluation", "mistakes.md"), mistakes.ToString());
        Note(markdown, Row(table, logs));
    }

    /// <summary>One line of the history: the day, the commit, the means of the logs, the threads and the sample.</summary>
    private static string Row(LogTable table, HashSet<string> logs)
    {
        string Of(Func<string, bool> which) => string.Join(" | ", History.Select(column => LogTable.Written(column.Figure, table.Of(column.Figure, which))));
        string Short(Func<string, bool> which) => string.Join(" / ", History.Where(column => column.Title is "opening" or "attachment" or "speech")
            .Select(column => LogTable.Written(column.Figure, table.Of(column.Figure, which))));
        string day = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"| {day} | {Commit()} | {logs.Count} | {Of(logs.Contains)} | {Short(name => name.StartsWith("threads", StringComparison.Ordinal))} | {Short(name => name == "sample")} |";
    }

    /// <summary>The commit the working copy stands on, with a plus where something was changed since.</summary>
    private static string Commit() => Git("rev-parse --short HEAD") + (Git("status --porcelain -- bot tests/Evaluation ':!tests/Evaluation/RESULTS.md'").Length > 0 ? "+" : "");

    private static string Git(string arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        string said = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return said;
    }

    /// <summary>The table of today takes the place of the one before; the history grows by a line, or mends the line of the same commit.</summary>
    private static void Note(string table, string row)
    {
        string text = File.ReadAllText(Results);
        text = CurrentTable().Replace(text, _ => table);
        string[] cells = row.Split('|');
        Match history = HistoryTable().Match(text);
        string[] before = [.. history.Value.TrimEnd('\n').Split('\n').Where(line => line.Split('|') is not { Length: > 3 } old || old[2] != cells[2])];
        File.WriteAllText(Results, text[..history.Index] + string.Join('\n', [.. before, row]) + "\n" + text[(history.Index + history.Length)..]);
    }

    [GeneratedRegex(@"(?<=\n\n)\| log \| opening.*\n(\|.*\n)*")]
    private static partial Regex CurrentTable();

    [GeneratedRegex(@"(?<=\n\n)\| day \|.*\n(\|.*\n)*")]
    private static partial Regex HistoryTable();
}
