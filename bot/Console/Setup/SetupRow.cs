namespace Bot.Console.Setup;

/// <summary>A row under the columns of its table.</summary>
public sealed record SetupRow(int Number, IReadOnlyList<string> Values)
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '/'];

    public string this[int column] => Values[column];

    public string[] List(int column) => Values[column].Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string? OrNull(int column) => Values[column].Length > 0 ? Values[column] : null;

    public SetupProblem Wrong(string text, int column = -1, string? fix = null) => new(Number, text, column, fix);

    /// <summary>A name that is not known, with the known one that looks most like it.</summary>
    public SetupProblem Unknown(string what, int column, IEnumerable<string> known, string otherwise)
    {
        string? near = Likeness.Nearest(Values[column], known);
        return near is null
            ? Wrong($"{what}“{Values[column]}”不认识，{otherwise}。", column)
            : Wrong($"{what}“{Values[column]}”不认识，是{near}吗？", column, near);
    }
}
