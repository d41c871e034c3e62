using Bot.Grids;

namespace Bot.Console.Setup;

/// <summary>One table of the wizard: what its columns are, what stands in it now, and what a filled one makes of the community.</summary>
public abstract class SetupTable
{
    /// <summary>Last part of its address.</summary>
    public abstract string Key { get; }

    public abstract string Title { get; }

    public abstract string Hint { get; }

    /// <summary>Step 1 to 4 of the wizard; null for a table beside it.</summary>
    public virtual int? Step => null;

    public abstract IReadOnlyList<SetupColumn> Columns { get; }

    public abstract IReadOnlyList<string[]> Example { get; }

    /// <summary>What the directory holds, as rows of this table.</summary>
    public abstract IEnumerable<string[]> Rows(CommunityDirectory directory);

    /// <summary>The directory with these rows in place of those it had. A row with a problem is left out and named.</summary>
    public abstract SetupResult Apply(CommunityDirectory directory, IReadOnlyList<SetupRow> rows);
}

/// <param name="Also">Other headings under which people send the same.</param>
public sealed record SetupColumn(string Title, int Width = 16, params string[] Also);

public sealed record SetupResult(CommunityDirectory Directory, IReadOnlyList<SetupProblem> Problems);

/// <summary>What is wrong in a row, and what was probably meant.</summary>
/// <param name="Row">Number of the row; 0 for the table as a whole.</param>
public sealed record SetupProblem(int Row, string Text, int Column = -1, string? Fix = null)
{
    public override string ToString() => Row == 0 ? Text : $"第 {Row} 行：{Text}";
}
