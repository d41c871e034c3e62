using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Knowledge.Reading.Tables;

namespace Knowledge.Reading.Word;

/// <summary>Writes the blocks of a body down in their order.</summary>
internal sealed class WordBlocks(Transcript transcript, WordStyles styles, WordNumbers numbers, WordText words)
{
    private const int LongestTitle = 60;

    public void Write(OpenXmlElement block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Write(paragraph);
                break;
            case Table table:
                Write(table);
                break;
            case SdtBlock { SdtContentBlock: { } content }:
                foreach (OpenXmlElement inner in content.ChildElements) { Write(inner); }
                break;
            // what was inserted or moved here by a reviewer, and elements of newer versions
            case CustomXmlBlock or AlternateContent or AlternateContentChoice or InsertedRun or MoveToRun:
                foreach (OpenXmlElement inner in block.ChildElements) { Write(inner); }
                break;
        }
    }

    private void Write(Paragraph paragraph)
    {
        string text = words.Of(paragraph, out IReadOnlyList<OpenXmlElement> boxes);
        WordStyle style = styles.Of(paragraph);
        if (!style.IsContents && Wording.HasWords(text)) { Write(paragraph, style, text); }
        foreach (OpenXmlElement box in boxes)
        {
            foreach (OpenXmlElement inner in box.ChildElements) { Write(inner); }
        }
    }

    private void Write(Paragraph paragraph, WordStyle style, string text)
    {
        WordNumber? number = numbers.Next(paragraph, style);
        string line = Wording.Line(text);
        string labelled = number is { IsBullet: false } ? $"{number.Label}{(char.IsPunctuation(number.Label[^1]) ? "" : " ")}{line}" : line;
        if (transcript.Title is null && transcript.IsEmpty && line.Length <= LongestTitle && (style.IsTitle || style.Level == 1 || IsCentred(paragraph)))
        {
            transcript.Title = labelled;
        }
        else if (style.Level > 0 && line.Length <= LongestTitle * 2)
        {
            transcript.Heading(style.Level, labelled);
        }
        else if (number is { IsBullet: true })
        {
            transcript.Item(number.Level, "-", text);
        }
        else if (number is { IsPlain: true })
        {
            transcript.Item(number.Level, $"{number.Label.TrimEnd('.', '、', ')', '．')}.", text);
        }
        else if (number is null && ItemMarks.Read(line) is { } item)
        {
            transcript.Item(0, item.Marker, item.Text);
        }
        else
        {
            transcript.Paragraph(number is null ? text : labelled);
        }
    }

    private void Write(Table table)
    {
        List<string[]> rows = [.. new WordTable(words, transcript).Rows(table)];
        // frames around text are drawn as tables too
        if (rows.TrueForAll(row => row.Distinct().Count() == 1))
        {
            foreach (string said in rows.Select(row => row[0])) { transcript.Paragraph(said); }
            return;
        }
        TableText.Write(transcript, rows, level: 3);
    }

    private static bool IsCentred(Paragraph paragraph) => paragraph.ParagraphProperties?.Justification?.Val?.InnerText == "center";
}
