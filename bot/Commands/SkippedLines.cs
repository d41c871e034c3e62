namespace Bot.Commands;

/// <summary>Tells on stderr, one line each, which input lines could not be used, and remembers that there were some.</summary>
public sealed class SkippedLines(string file)
{
    private const int MostShown = 20;

    public int Count { get; private set; }

    public int ExitCode => Count == 0 ? ExitCodes.Success : ExitCodes.Partial;

    public void Add(int line, string problem)
    {
        Count++;
        if (Count <= MostShown)
        {
            System.Console.Error.WriteLine($"{file}:{line}: {problem}; skipped");
        }
    }

    /// <summary>To be called once all lines are read.</summary>
    public void Summarise()
    {
        if (Count > MostShown)
        {
            System.Console.Error.WriteLine($"{file}: {Count} lines skipped in all; the first {MostShown} are named above");
        }
    }
}
