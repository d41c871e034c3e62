using Bot.Grids;

namespace Bot.Console.Setup;

/// <summary>The first page: how to begin, and what each table holds.</summary>
public sealed record SetupModel(CommunityDirectory Directory, bool IsSample);

/// <summary>One table to fill.</summary>
/// <param name="Text">What stands in the form, so that nothing typed is lost.</param>
/// <param name="Preview">Rows that would be saved; null before a look.</param>
/// <param name="Problem">Why nothing could be read at all.</param>
public sealed record SetupStepModel(
    SetupTable Table,
    CommunityDirectory Directory,
    string Text,
    IReadOnlyList<SetupRow>? Preview = null,
    IReadOnlyList<SetupProblem>? Problems = null,
    string? Problem = null,
    string? Community = null,
    string? Saved = null)
{
    public bool CanFix => Problems?.Any(problem => problem.Fix is not null) ?? false;
}

/// <param name="Said">The line sent; null before.</param>
public sealed record SetupTestModel(IReadOnlyList<string> Groups, SetupLine? Said);

public sealed record SetupLine(string Group, string Text, bool HasArrived);
