using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Knowledge;

/// <summary>
/// Cuts a document at its headings, and what is longer than <paramref name="longest"/> characters between blocks
/// (paragraphs, lists, tables). A block much longer than that is cut between its lines and sentences.
/// </summary>
public sealed class HeadingChunker(int longest = HeadingChunker.DefaultLongest)
{
    private const int DefaultLongest = 400;

    private static readonly char[] Ends = ['。', '！', '？', '；', '\n'];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>The passages in their order; none for an empty document.</summary>
    public IEnumerable<Chunk> Cut(Document document)
    {
        List<HeadingBlock> path = [];
        List<Block> passage = [];
        foreach (Block block in Markdown.Parse(document.Body, Pipeline))
        {
            bool full = passage.Count > 0 && block.Span.End + 1 - passage[0].Span.Start > longest;
            if (passage.Count > 0 && (full || block is HeadingBlock))
            {
                foreach (Chunk chunk in ChunksOf(document, path, passage)) { yield return chunk; }
                passage.Clear();
            }
            if (block is HeadingBlock heading)
            {
                path.RemoveAll(outer => outer.Level >= heading.Level);
                path.Add(heading);
            }
            else if (block is not LinkReferenceDefinitionGroup)
            {
                passage.Add(block);
            }
        }
        if (passage.Count > 0)
        {
            foreach (Chunk chunk in ChunksOf(document, path, passage)) { yield return chunk; }
        }
    }

    /// <summary>The words of a heading without their markup.</summary>
    internal static string TextOf(HeadingBlock heading) => string.Concat((heading.Inline?.Descendants() ?? []).Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    })).Trim();

    private IEnumerable<Chunk> ChunksOf(Document document, List<HeadingBlock> path, List<Block> passage)
    {
        string[] headings = [.. path.Select(TextOf)];
        string text = document.Body[passage[0].Span.Start..(passage[^1].Span.End + 1)].TrimEnd();
        while (text.Length > longest * 2)
        {
            int end = text.LastIndexOfAny(Ends, longest - 1) + 1;
            end = end > longest / 4 ? end : longest;
            yield return new Chunk(document.Name, headings, text[..end].TrimEnd());
            text = text[end..].TrimStart();
        }
        yield return new Chunk(document.Name, headings, text);
    }
}
