using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using MathText = DocumentFormat.OpenXml.Math.Text;

namespace Knowledge.Reading.Word;

/// <summary>The words of paragraphs and cells: without what was deleted, hidden or drawn, with footnotes where they are referred to.</summary>
internal sealed class WordText(MainDocumentPart main, Transcript transcript)
{
    private const int LongestFootnote = 500;
    private readonly Dictionary<long, string> _footnotes = Footnotes(main);

    /// <param name="boxes">Boxes of text that hang on the paragraph; their blocks follow it.</param>
    public string Of(OpenXmlElement paragraph, out IReadOnlyList<OpenXmlElement> boxes)
    {
        StringBuilder text = new();
        List<OpenXmlElement> found = [];
        foreach (OpenXmlElement child in paragraph.ChildElements) { Append(child, text, found); }
        boxes = found;
        return text.ToString();
    }

    /// <summary>A cell: its paragraphs and the cells of tables inside it, a line each.</summary>
    public string Of(TableCell cell)
    {
        StringBuilder lines = new();
        foreach (Paragraph paragraph in cell.Descendants<Paragraph>().Where(inner => !inner.Ancestors<TextBoxContent>().Any()))
        {
            lines.Append(Of(paragraph, out IReadOnlyList<OpenXmlElement> boxes)).Append('\n');
            foreach (OpenXmlElement box in boxes) { lines.Append(Wording.Line(box.InnerText)).Append('\n'); }
        }
        return string.Join('\n', Wording.Lines(lines.ToString()));
    }

    private void Append(OpenXmlElement element, StringBuilder text, List<OpenXmlElement> boxes)
    {
        switch (element)
        {
            case Text or MathText:
                text.Append(element.InnerText);
                return;
            case TabChar:
                text.Append(' ');
                return;
            case Break or CarriageReturn:
                text.Append('\n');
                return;
            case NoBreakHyphen:
                text.Append('-');
                return;
            case FootnoteReference { Id.Value: var id } when _footnotes.TryGetValue(id, out string? said):
                text.Append($"（注：{said}）");
                // one note may be referred to a hundred thousand times
                if (text.Length > transcript.Limits.Characters) { throw new ReadException(ReadFault.TooLong); }
                return;
            case TextBoxContent:
                boxes.Add(element);
                return;
            case Run { RunProperties.Vanish: { } vanish } when vanish.Val?.Value != false:
                transcript.LeaveOut(ReadNoteKind.HiddenText);
                return;
            case DeletedRun or MoveFromRun or ParagraphProperties or RunProperties or AlternateContentFallback or RubyContent or FieldCode:
                return;
            case DocumentFormat.OpenXml.Drawing.Blip or DocumentFormat.OpenXml.Vml.ImageData or EmbeddedObject:
                transcript.LeaveOut(ReadNoteKind.Pictures);
                return;
        }
        foreach (OpenXmlElement child in element.ChildElements) { Append(child, text, boxes); }
    }

    private static Dictionary<long, string> Footnotes(MainDocumentPart main)
    {
        Dictionary<long, string> found = [];
        foreach (Footnote note in main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? [])
        {
            if (note.Id?.Value is not { } id || note.Type is not null || found.ContainsKey(id)) { continue; }
            string said = Wording.Line(note.InnerText);
            if (said.Length is > 0 and <= LongestFootnote) { found[id] = said; }
        }
        return found;
    }
}
