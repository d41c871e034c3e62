using Bot.Answers;

namespace Bot.Console.Questions;

/// <param name="Waiting">Those nobody has answered, what is promised first on top.</param>
/// <param name="Done">The latest that were.</param>
/// <param name="Kept">What was typed into a form that could not be saved, by question number.</param>
/// <param name="KeepAs">The question under which it was to be kept in the knowledge base; null when it was not.</param>
public sealed record QuestionsModel(
    IReadOnlyList<HandOff> Waiting,
    IReadOnlyList<HandOff> Done,
    int? KeptFor = null,
    string? Kept = null,
    string? KeepAs = null,
    string? Error = null);
