using Bot.Answers.Library;
using Knowledge;

namespace Bot.Console.Library;

/// <param name="Successor">The document that took its place, where it is known.</param>
/// <param name="Editions">How many versions were published.</param>
/// <param name="Other">Of what answers the draft, of a draft or a former version what answers; null when there is none.</param>
/// <param name="IsOvertaken">Whether another version was published since the draft was made.</param>
/// <param name="Asked">How many questions it has answered.</param>
public sealed record DocumentModel(
    ShelfDocument Document, Standing Standing, ShelfDocument? Successor, IReadOnlyList<Chunk> Passages, int Asked, bool IsAdmin,
    int Editions, ShelfDocument? Other, bool IsOvertaken);
