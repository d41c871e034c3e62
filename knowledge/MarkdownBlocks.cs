namespace Knowledge;

/// <summary>Finds headings and blocks in Markdown; numbered rules head what stands under them, and each of their items begins a block.</summary>
internal static class MarkdownBlocks
{
    /// <param name="text">With line feeds as line ends.</param>
    public static IEnumerable<MarkdownBlock> Read(string text)
    {
        List<Line> lines = MarkdownLines.Read(text);
        LineKind[] after = After(lines);
        LineKind before = LineKind.Blank;
        int start = -1;
        int end = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            Line line = lines[i];
            (int level, string heading, bool keeps) = HeadingOf(text.AsSpan(line.Start, line.End - line.Start), line.Kind, before, after[i]);
            if (start >= 0 && line.Kind != LineKind.Text)
            {
                yield return new MarkdownBlock(0, "", start, end);
                start = -1;
            }
            if (level > 0) { yield return new MarkdownBlock(level, heading, line.Start, keeps ? line.Start : line.End); }
            if (keeps) { (start, end) = (start < 0 ? line.Start : start, line.End); }
            before = line.Kind == LineKind.Blank ? before : line.Kind;
        }
        if (start >= 0) { yield return new MarkdownBlock(0, "", start, end); }
    }

    private static (int Level, string Heading, bool Keeps) HeadingOf(ReadOnlySpan<char> line, LineKind kind, LineKind before, LineKind after) => kind switch
    {
        LineKind.Blank => (0, "", false),
        LineKind.Text => (0, "", true),
        LineKind.Heading => (MarkdownLines.Level(line), MarkdownLines.Heading(line), false),
        _ => ClauseLines.HeadingOf(kind, line, before, after),
    };

    /// <summary>For each line the kind of the next one that is not blank.</summary>
    private static LineKind[] After(List<Line> lines)
    {
        LineKind[] after = new LineKind[lines.Count];
        LineKind next = LineKind.Blank;
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            after[i] = next;
            next = lines[i].Kind == LineKind.Blank ? next : lines[i].Kind;
        }
        return after;
    }
}
