using Bot.Answers.Library;
using Knowledge;

namespace Bot.Console.Library;

/// <param name="Successor">The document that took its place, where it is known.</param>
/// <param name="Asked">How many questions it has answered.</param>
public sealed record DocumentModel(
    ShelfDocument Document, Standing Standing, ShelfDocument? Successor, IReadOnlyList<Chunk> Passages, int Asked, bool IsAdmin);
