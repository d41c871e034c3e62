using Bot.Notices;

namespace Bot.Console.Notices;

/// <summary>The form of a new notice, or of the one with that number; kept as it was sent when it could not be saved.</summary>
/// <param name="Community">Stands at the end of every line.</param>
/// <param name="Changed">The notice as someone else left it while the form was open.</param>
public sealed record NoticeFormModel(
    int? Number, NoticeForm Form, IReadOnlyList<string> Groups, string? Community, IReadOnlyList<string> Errors, Notice? Changed = null)
{
    /// <summary>More groups than this are written by name: a page of ten thousand boxes helps nobody.</summary>
    public const int MostBoxes = 100;

    public string Act => Number is { } number ? $"/console/notices/{number}" : "/console/notices";
}
