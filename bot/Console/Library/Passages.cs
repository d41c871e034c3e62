using Bot.Answers.Library;
using Knowledge;

namespace Bot.Console.Library;

/// <summary>How a document is cut for the search.</summary>
internal static class Passages
{
    private static readonly HeadingChunker Chunker = new();

    public static IReadOnlyList<Chunk> Of(ShelfDocument document) => [.. Chunker.Cut(document.ToDocument())];
}
