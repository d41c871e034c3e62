using System.Text.Json;

namespace Bot.Storage.Snapshots;

/// <summary>
/// Puts unpacked data in the place of the old, so that whatever moment the power fails at, the next start has either the old or the new:
/// until the journal is written the old stands, from then on every start carries the exchange to its end. What was replaced is kept aside.
/// </summary>
public static class DataSwap
{
    private const string Journal = "restore.json";

    private sealed record Step(string Staged, string Aside, IReadOnlyList<string> Parts, bool Placing);

    /// <param name="staged">Folder inside the data folder with the checked data.</param>
    public static void Begin(string folder, string staged, IReadOnlyList<string> parts, string aside) =>
        Write(folder, new Step(Path.GetFileName(staged), aside, parts, Placing: false));

    public static bool IsPending(string folder) => File.Exists(Path.Combine(folder, Journal));

    /// <summary>Carries an exchange that was begun to its end; nothing when none was. Only for who has claimed the folder.</summary>
    /// <returns>Name of the folder in which the replaced data lies; null when there was nothing to do.</returns>
    public static string? Finish(string folder)
    {
        if (!IsPending(folder)) { return null; }
        Step step = JsonSerializer.Deserialize<Step>(File.ReadAllText(Path.Combine(folder, Journal)))
            ?? throw new InvalidDataException($"{Path.Combine(folder, Journal)} 读不出来。");
        string aside = Directory.CreateDirectory(Path.Combine(folder, step.Aside)).FullName;
        if (!step.Placing)
        {
            foreach (string name in step.Parts.SelectMany(part => part.EndsWith(".db", StringComparison.Ordinal) ? new[] { part, part + "-wal", part + "-shm" } : [part]))
            {
                Move(Path.Combine(folder, name), Path.Combine(aside, name));
            }
            step = step with { Placing = true };
            Write(folder, step);
        }
        string staged = Path.Combine(folder, step.Staged);
        foreach (string part in step.Parts) { Move(Path.Combine(staged, part), Path.Combine(folder, part)); }
        if (Directory.Exists(staged)) { Directory.Delete(staged, recursive: true); }
        File.Delete(Path.Combine(folder, Journal));
        return step.Aside;
    }

    private static void Move(string from, string to)
    {
        if (File.Exists(from)) { File.Move(from, to); }
        else if (Directory.Exists(from)) { Directory.Move(from, to); }
    }

    private static void Write(string folder, Step step)
    {
        string path = Path.Combine(folder, Journal);
        using (FileStream file = new(path + ".tmp", FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, step);
            file.Flush(flushToDisk: true);
        }
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
