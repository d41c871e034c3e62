using DocumentFormat.OpenXml.Wordprocessing;

namespace Knowledge.Reading.Word;

/// <param name="Level">Of a heading, 1…6; 0 for none.</param>
/// <param name="IsContents">Whether it is a line of the table of contents.</param>
/// <param name="Numbering">The list that paragraphs of the style belong to.</param>
internal sealed record WordStyle(int Level, bool IsTitle, bool IsContents, NumberingProperties? Numbering)
{
    public static readonly WordStyle None = new(0, false, false, null);
}

/// <summary>What the styles of a document mean, by their names, outline levels and what they are based on.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 12;
    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> _known = new(StringComparer.Ordinal);

    public WordStyles(Styles? styles)
    {
        foreach (Style style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id) { _styles.TryAdd(id, style); }
        }
    }

    public WordStyle Of(Paragraph paragraph)
    {
        WordStyle style = Named(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
        return paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } outline && outline < 9
            ? style with { Level = Math.Clamp(outline + 1, 1, 6) } : style;
    }

    private WordStyle Named(string? id)
    {
        if (id is null) { return WordStyle.None; }
        if (!_known.TryGetValue(id, out WordStyle? style)) { _known[id] = style = Read(id); }
        return style;
    }

    private WordStyle Read(string id)
    {
        WordStyle read = WordStyle.None;
        string? next = id;
        for (int i = 0; i < LongestChain && next is not null && _styles.TryGetValue(next, out Style? style); i++)
        {
            string name = (style.StyleName?.Val?.Value ?? next).Trim().ToLowerInvariant();
            int level = LevelOf(name);
            level = level > 0 ? level : style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline && outline < 9 ? Math.Clamp(outline + 1, 1, 6) : 0;
            read = new WordStyle(
                read.Level > 0 ? read.Level : level,
                read.IsTitle || name is "title" or "标题",
                read.IsContents || name.StartsWith("toc ", StringComparison.Ordinal) || name.StartsWith("目录", StringComparison.Ordinal),
                read.Numbering ?? style.StyleParagraphProperties?.NumberingProperties);
            next = style.BasedOn?.Val?.Value;
        }
        // a document made by a program may use the usual styles without describing them
        return read != WordStyle.None || _styles.ContainsKey(id) ? read : read with { Level = LevelOf(id.ToLowerInvariant()), IsTitle = id == "Title" };
    }

    // "heading 2", "Heading2", "标题 2"
    private static int LevelOf(string name)
    {
        string rest = name.StartsWith("heading", StringComparison.Ordinal) ? name[7..] : name.StartsWith("标题", StringComparison.Ordinal) ? name[2..] : "";
        return rest.Trim() is [>= '1' and <= '9' and var digit] ? Math.Min(digit - '0', 6) : 0;
    }
}
