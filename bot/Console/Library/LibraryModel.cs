using Bot.Answers.Library;
using Knowledge.Stores;

namespace Bot.Console.Library;

/// <param name="Document">Without its text.</param>
public sealed record LibraryRow(ShelfDocument Document, Standing Standing);

/// <param name="Unanswered">Questions that wait for a person.</param>
/// <param name="Total">How many there are under the filter, on all pages.</param>
/// <param name="Problem">Why the knowledge base answers nothing; null when it does.</param>
public sealed record LibraryModel(
    LibraryFilter Filter,
    IReadOnlyList<LibraryRow> Rows,
    int Total,
    int Documents,
    int Unanswered,
    int Ending,
    int Drafts,
    bool IsAdmin,
    string? Problem,
    bool Preparing)
{
    public const int PerPage = 40;

    /// <summary>How far another store is filled that is to take the place of this one; null while there is none.</summary>
    public StoreProgress? Moving { get; init; }

    public bool IsOnServer { get; init; }

    /// <summary>Pairs of documents in use that do not agree.</summary>
    public int Disagreements { get; init; }
}
