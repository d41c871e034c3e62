using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Knowledge.Search;

namespace Knowledge.Stores.Embedded;

/// <summary>The vectors of passages, a block for each document. A document put anew with another text has none until it gets them.</summary>
internal sealed class VectorTable
{
    private readonly ConcurrentDictionary<string, Block> _blocks;

    public VectorTable() => _blocks = new(StringComparer.Ordinal);

    private VectorTable(ConcurrentDictionary<string, Block> blocks) => _blocks = new(blocks, StringComparer.Ordinal);

    private sealed record Block(Document Document, float[] Vectors, int Length);

    public bool Has(IndexedDocument document) => document.Passages.Count == 0 || BlockOf(document) is not null;

    public int MissingIn(IEnumerable<IndexedDocument> documents) =>
        documents.Where(document => !Has(document)).Sum(document => document.Passages.Count);

    public void Put(Document document, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        int length = vectors[0].Length;
        float[] block = new float[vectors.Count * length];
        for (int i = 0; i < vectors.Count; i++) { vectors[i].Span.CopyTo(block.AsSpan(i * length, length)); }
        _blocks[document.Name] = new Block(document, block, length);
    }

    /// <summary>A table of its own with the same vectors.</summary>
    public VectorTable Copy() => new(_blocks);

    public void Remove(string name) => _blocks.TryRemove(name, out _);

    /// <summary>By the cosine, which for vectors of length 1 is their dot product.</summary>
    public List<NearPassage> Nearest(IEnumerable<IndexedDocument> documents, ReadOnlySpan<float> question, int limit)
    {
        NearestPassages best = new(limit);
        foreach (IndexedDocument document in documents)
        {
            if (BlockOf(document) is not { } block || block.Length != question.Length) { continue; }
            for (int i = 0; i < document.Passages.Count; i++)
            {
                if (!document.Passages[i].Enabled) { continue; }
                best.Offer(document, i, TensorPrimitives.Dot(question, block.Vectors.AsSpan(i * block.Length, block.Length)));
            }
        }
        return best.Take();
    }

    // switched on or off, a document keeps its text and with it its vectors
    private Block? BlockOf(IndexedDocument document) =>
        _blocks.TryGetValue(document.Document.Name, out Block? block) && ReferenceEquals(block.Document, document.Document) ? block : null;
}
