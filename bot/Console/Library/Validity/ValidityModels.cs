using Bot.Answers.Library;

namespace Bot.Console.Library.Validity;

/// <param name="Days">Till its last day; below 0 since then.</param>
/// <param name="HasDraft">Whether a new version waits to be published.</param>
public sealed record EndingRow(ShelfDocument Document, int Days, bool HasDraft);

public sealed record EndingModel(IReadOnlyList<EndingRow> Ending, IReadOnlyList<EndingRow> Ended, bool MayChange);

/// <param name="Month">Its first day.</param>
/// <param name="Notice">The words of a notice that tells it; null when nothing changed.</param>
public sealed record ChangesModel(
    DateOnly Month, IReadOnlyList<ShelfDocument> New, IReadOnlyList<ShelfDocument> Changed, IReadOnlyList<ShelfDocument> Ended, string? Notice);
