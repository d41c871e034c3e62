using Tests.Support;

namespace Tests.Evaluation;

/// <summary>RESULTS.md, whose tables are written by the runs that measure them.</summary>
internal static class ResultsFile
{
    private static readonly Lock Writing = new();
    private static readonly string Path = Repository.File("tests", "Evaluation", "RESULTS.md");

    /// <summary>The table of a section takes the place of the ones there; words above it stay.</summary>
    public static void Replace(string section, string tables) => Change(section, text => text[..Math.Max(text.IndexOf("\n|", StringComparison.Ordinal), 0)] + "\n" + tables.Trim('\n') + "\n");

    /// <summary>The table of a section grows by a line; the line of the same commit, if there is one, goes.</summary>
    /// <param name="key">The cell, counted from one, that names the commit.</param>
    public static void Append(string section, string row, int key) => Change(section, text =>
    {
        string commit = row.Split('|')[key];
        return string.Join('\n', [.. text.TrimEnd('\n').Split('\n').Where(line => line.Split('|') is not { Length: > 3 } cells || cells[key] != commit), row]) + "\n";
    });

    private static void Change(string section, Func<string, string> change)
    {
        lock (Writing)
        {
            string text = File.ReadAllText(Path), heading = $"\n## {section}\n";
            int start = text.IndexOf(heading, StringComparison.Ordinal) + heading.Length;
            start.ShouldBeGreaterThan(heading.Length, section);
            int end = text.IndexOf("\n## ", start, StringComparison.Ordinal);
            File.WriteAllText(Path, text[..start] + change(text[start..end]) + text[end..]);
        }
    }
}
