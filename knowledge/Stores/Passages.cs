namespace Knowledge.Stores;

/// <summary>The passages of a document as every store numbers them.</summary>
internal static class Passages
{
    private static readonly HeadingChunker Chunker = new();

    public static IReadOnlyList<Chunk> Of(Document document) => [.. Chunker.Cut(document)];
}
