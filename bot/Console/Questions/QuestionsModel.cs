using Bot.Answers;

namespace Bot.Console.Questions;

/// <param name="Matters">Of this page; of those that wait, what is promised first on top.</param>
/// <param name="Total">Matters under the filter, on all pages.</param>
/// <param name="Waiting">Questions that nobody has answered, under any filter.</param>
public sealed record QuestionsModel(
    QuestionFilter Filter, IReadOnlyList<QuestionMatterRow> Matters, int Total, int Waiting, TypedAnswer? Typed = null)
{
    public const int PerPage = 20;
}

/// <summary>Questions that ask the same, first asked first.</summary>
public sealed record QuestionMatterRow(IReadOnlyList<HandOff> Items)
{
    public HandOff First => Items[0];

    /// <summary>What was promised first.</summary>
    public HandOff Due => Items.MinBy(item => item.DueAt)!;
}

/// <summary>What was typed into a form that could not be saved.</summary>
/// <param name="KeepAs">The question under which it was to be kept in the knowledge base; null when it was not.</param>
public sealed record TypedAnswer(int Number, string? Answer, string? KeepAs, string Error);

/// <summary>One matter with all that can be done to it.</summary>
/// <param name="Owners">Who may be given it.</param>
/// <param name="Reply">What the group would hear of a kept answer; null while there is no answer.</param>
/// <param name="Document">The page of the document that keeps the answer; null when it is not kept.</param>
public sealed record QuestionModel(
    QuestionMatterRow Matter, IReadOnlyList<(string Name, string Title)> Owners, string? Reply, IReadOnlyList<string> Similar, int? Document, TypedAnswer? Typed = null);
