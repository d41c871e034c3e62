using System.Diagnostics;
using System.Globalization;
using Tests.Evaluation.Scoring;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>Writes what was measured by hand: the table and the mistakes under artifacts, the figures of the day into RESULTS.md.</summary>
internal static class EvaluationRecord
{
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
        ResultsFile.Replace("Current figures of triage", markdown);
        ResultsFile.Append("History of triage", Row(table, logs), key: 2);
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

    /// <summary>The last commit that changed the program, with a plus where something was changed since.</summary>
    private static string Commit() => Git("log", "-1", "--format=%h", "--", "bot")
        + (Git("status", "--porcelain", "--", "bot").Length > 0 ? "+" : "");

    private static string Git(params string[] arguments)
    {
        using Process git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        string said = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return said;
    }
}
