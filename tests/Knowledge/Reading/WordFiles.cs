using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Tests.Knowledge.Reading;

/// <summary>docx files as Word writes them.</summary>
internal static class WordFiles
{
    public static byte[] Of(params IReadOnlyList<OpenXmlElement> blocks) => Of(_ => { }, blocks);

    /// <param name="add">Puts more parts into it.</param>
    public static byte[] Of(Action<MainDocumentPart> add, params IReadOnlyList<OpenXmlElement> blocks)
    {
        using MemoryStream stream = new();
        using (WordprocessingDocument document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            main.Document = new global::DocumentFormat.OpenXml.Wordprocessing.Document(new Body(blocks));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                Named("1", "heading 1"), Named("2", "heading 2"), Named("a3", "Title"), Named("TOC1", "toc 1"));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Lists();
            add(main);
        }
        return stream.ToArray();
    }

    public static Paragraph Text(string text, string? style = null)
    {
        Paragraph paragraph = new(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        if (style is not null) { paragraph.PrependChild(new ParagraphProperties(new ParagraphStyleId { Val = style })); }
        return paragraph;
    }

    /// <param name="list">1 bullets, 2 digits, 3 第几条 with （几） below.</param>
    public static Paragraph Item(string text, int list, int level = 0)
    {
        Paragraph paragraph = Text(text);
        paragraph.PrependChild(new ParagraphProperties(new NumberingProperties(
            new NumberingLevelReference { Val = level }, new NumberingId { Val = list })));
        return paragraph;
    }

    public static Table Table(params IReadOnlyList<string[]> rows) => new(rows.Select(row =>
        new TableRow(row.Select(cell => new TableCell(cell.Split('\n').Select(line => Text(line)))))));

    /// <summary>The same file with one part put in the place of another, or added.</summary>
    public static byte[] With(byte[] file, string part, string content)
    {
        using MemoryStream stream = new();
        stream.Write(file);
        using (ZipArchive archive = new(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using StreamWriter writer = new(archive.CreateEntry(part).Open());
            writer.Write(content);
        }
        return stream.ToArray();
    }

    private static Style Named(string id, string name) => new(new StyleName { Val = name }) { StyleId = id, Type = StyleValues.Paragraph };

    private static Numbering Lists() => new(
        Shape(0, (NumberFormatValues.Bullet, "\uF0B7"), (NumberFormatValues.Bullet, "o")),
        Shape(1, (NumberFormatValues.Decimal, "%1."), (NumberFormatValues.LowerLetter, "%2)")),
        Shape(2, (NumberFormatValues.ChineseCountingThousand, "第%1条"), (NumberFormatValues.ChineseCountingThousand, "（%2）")),
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 2 },
        new NumberingInstance(new AbstractNumId { Val = 2 }) { NumberID = 3 });

    private static AbstractNum Shape(int id, params IReadOnlyList<(NumberFormatValues Format, string Text)> levels) => new(levels.Select((level, i) =>
        new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = level.Format }, new LevelText { Val = level.Text }) { LevelIndex = i }))
    {
        AbstractNumberId = id,
    };
}
