using Bot.Answers.Library;
using Bot.Answers.Library.Checks;

namespace Bot.Console.Library.Checks;

/// <param name="Titles">Name to title of the documents that are named in the questions and can be chosen.</param>
public sealed record ChecksModel(
    IReadOnlyList<CheckQuestion> Checks, int Total, int From, IReadOnlyDictionary<string, string> Titles, IReadOnlyList<string> Groups, string? Question = null, string? Document = null)
{
    public const int PerPage = 50;
}

/// <param name="Drafts">Those of its drafts that are still to be published.</param>
/// <param name="Done">Of a run that goes on: how many questions are answered.</param>
public sealed record TrialModel(
    QuestionRun Run, IReadOnlyList<RunRow> Rows, int From, IReadOnlyList<ShelfDocument> Drafts, IReadOnlyDictionary<string, string> Titles, int Done)
{
    public const int PerPage = 50;

    /// <summary>Whether a draft was changed after the run began.</summary>
    public bool IsOld => Drafts.Any(draft => draft.ChangedAt > Run.StartedAt);
}

/// <param name="Runs">The latest first.</param>
public sealed record BatchModel(IReadOnlyList<QuestionRun> Runs, IReadOnlyList<string> Groups, DateOnly Today, string? Problem = null, string? Text = null);

/// <param name="Latest">The last time the threshold was set; null when never.</param>
public sealed record CalibrateModel(Trial? Trial, ThresholdChange? Latest);
