namespace Tests.Support;

/// <summary>
/// Approved text: what the bot says outwardly is compared with a file under tests, exactly.
/// BOT_WRITE_SNAPSHOTS=1 writes the files anew; read the difference before committing it.
/// </summary>
public static class Snapshot
{
    /// <param name="feature">The test folder.</param>
    /// <param name="lines">A name and the text, one per line of the file.</param>
    public static void Check(string feature, string name, IEnumerable<(string Name, string? Text)> lines)
    {
        string path = Repository.File("tests", feature, "Snapshots", name + ".txt");
        string actual = string.Concat(lines.Select(line => $"{line.Name}: {line.Text ?? "（不说话）"}\n"));
        if (Environment.GetEnvironmentVariable("BOT_WRITE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            Assert.Skip($"Wrote {path}; read it.");
        }
        actual.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"), $"{path} is the approved text");
    }
}
