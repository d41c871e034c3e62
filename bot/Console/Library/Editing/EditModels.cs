using Bot.Answers.Library;
using Knowledge;

namespace Bot.Console.Library.Editing;

/// <param name="Draft">A draft of the same document that is not published yet; null when there is none, or when this is it.</param>
/// <param name="Open">Number of the passage that is being changed; null for none.</param>
public sealed record PassagesModel(ShelfDocument Document, ShelfDocument? Draft, IReadOnlyList<Chunk> Passages, int From, int? Open)
{
    public const int PerPage = 30;
}

/// <param name="Number">From 1: the first version.</param>
public sealed record Edition(int Number, ShelfDocument Document);

/// <param name="Document">Where the page was opened from.</param>
/// <param name="Before">The older side of the difference; null with one version alone.</param>
public sealed record VersionsModel(
    ShelfDocument Document, IReadOnlyList<Edition> Editions, ShelfDocument? Before, ShelfDocument? After, IReadOnlyList<DifferentLine> Lines, bool MayChange);

/// <param name="Edition">What answered then; null when nothing of the name is kept.</param>
/// <param name="Latest">The version after it that answers now; null when that is this one, or none does.</param>
/// <param name="Quote">As it stands in the text, with what comes before and after; null when it is not found there.</param>
public sealed record CiteModel(string Name, ShelfDocument? Edition, ShelfDocument? Latest, (string Before, string Words, string After)? Quote, string? Asked);
