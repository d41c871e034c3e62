using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Knowledge;

/// <summary>
/// Cuts a document at its headings, and what is longer than <paramref name="longest"/> characters between blocks
/// (paragraphs, lists, tables). A single block is never cut.
/// </summary>
public sealed class HeadingChunker(int longest = HeadingChunker.DefaultLongest)
{
    private const int DefaultLongest = 600;

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
                yield return ChunkOf(document, path, passage);
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
            yield return ChunkOf(document, path, passage);
        }
    }

    /// <summary>The words of a heading without their markup.</summary>
    internal static string TextOf(HeadingBlock heading) => string.Concat((heading.Inline?.Descendants() ?? []).Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    })).Trim();

    private static Chunk ChunkOf(Document document, List<HeadingBlock> path, List<Block> passage) => new(
        document.Name, [.. path.Select(TextOf)], document.Body[passage[0].Span.Start..(passage[^1].Span.End + 1)].TrimEnd());
}
