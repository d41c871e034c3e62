namespace Knowledge;

/// <summary>
/// Cuts a document at its headings, and what is longer than <paramref name="longest"/> characters between blocks
/// (paragraphs, lists, tables). A block much longer than that is cut between its lines and sentences.
/// </summary>
public sealed class HeadingChunker(int longest = HeadingChunker.DefaultLongest)
{
    private const int DefaultLongest = 400;

    private static readonly char[] Ends = ['。', '！', '？', '；', '\n'];

    /// <summary>The passages in their order; none for an empty document.</summary>
    public IEnumerable<Chunk> Cut(Document document)
    {
        List<MarkdownBlock> path = [];
        int start = -1;
        int end = -1;
        foreach (MarkdownBlock block in MarkdownBlocks.Read(document.Body))
        {
            if (start >= 0 && (block.Level > 0 || block.End - start > longest))
            {
                foreach (Chunk chunk in Pieces(document, path, start, end)) { yield return chunk; }
                start = -1;
            }
            if (block.Level > 0)
            {
                path.RemoveAll(outer => outer.Level >= block.Level);
                path.Add(block);
            }
            else
            {
                (start, end) = (start < 0 ? block.Start : start, block.End);
            }
        }
        if (start >= 0)
        {
            foreach (Chunk chunk in Pieces(document, path, start, end)) { yield return chunk; }
        }
    }

    private IEnumerable<Chunk> Pieces(Document document, List<MarkdownBlock> path, int start, int end)
    {
        string[] headings = [.. path.Select(heading => heading.Heading)];
        while (end - start > longest * 2)
        {
            int cut = document.Body.LastIndexOfAny(Ends, start + longest - 1, longest) + 1;
            cut = cut > start + (longest / 4) ? cut : start + longest;
            // never between the two halves of one character
            cut += char.IsLowSurrogate(document.Body[cut]) ? 1 : 0;
            yield return new Chunk(document.Name, headings, document.Body[start..cut].Trim());
            start = cut;
        }
        yield return new Chunk(document.Name, headings, document.Body[start..end].Trim());
    }
}
