using System.Text.RegularExpressions;
using Knowledge.Reading.Tables;

namespace Knowledge.Reading.Pdf;

/// <summary>From lines as they stand on pages to paragraphs, headings, lists and tables.</summary>
internal static partial class PdfText
{
    private const int MostPagesNamed = 10;
    private const int LongestHeading = 40;
    private const double FullLine = 0.8;

    public static void Read(string text, Transcript transcript)
    {
        // one stands behind each page
        string[] pages = (text.EndsWith('\f') ? text[..^1] : text).Split('\f');
        int[] empty = [.. pages.Index().Where(page => !Wording.HasWords(page.Item)).Select(page => page.Index + 1)];
        if (empty.Length == pages.Length) { throw new ReadException(ReadFault.Scan); }
        if (empty.Length > 0)
        {
            transcript.LeaveOut(ReadNoteKind.EmptyPages, empty.Length, string.Join('、', empty.Take(MostPagesNamed)) + (empty.Length > MostPagesNamed ? "…" : ""));
        }
        List<string> lines = [.. PageEdges.Without(pages).SelectMany(page => page)];
        int width = lines.Select(Width).Order().ElementAtOrDefault(lines.Count * 9 / 10);
        Write(lines, Math.Max(width, 20), transcript);
    }

    private static void Write(List<string> lines, int width, Transcript transcript)
    {
        string paragraph = "";
        int before = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            string line = lines[i];
            int rows = IsClause(line) ? 0 : PdfTable.Length(lines, i);
            bool begins = rows > 0 || line.Length == 0 || before < width * FullLine || Begins(line) || (i > 0 && IsSetIn(line, lines[i - 1]));
            if (begins)
            {
                Say(paragraph, transcript);
                paragraph = "";
            }
            if (rows > 0)
            {
                TableText.Write(transcript, PdfTable.Read(lines.GetRange(i, rows)), level: 3);
                i += rows - 1;
                before = 0;
                continue;
            }
            paragraph = Wording.Join(paragraph, Wording.Line(line));
            before = Width(line);
        }
        Say(paragraph, transcript);
    }

    private static void Say(string paragraph, Transcript transcript)
    {
        if (!Wording.HasWords(paragraph)) { return; }
        if (transcript.Title is null && transcript.IsEmpty && paragraph.Length <= LongestHeading && !"。；：，".Contains(paragraph[^1]))
        {
            transcript.Title = paragraph;
        }
        else if (Chapter().IsMatch(paragraph) && paragraph.Length <= LongestHeading && !"。；，".Contains(paragraph[^1]))
        {
            transcript.Heading(paragraph.Contains('节', StringComparison.Ordinal) && paragraph[0] == '第' ? 3 : 2, paragraph);
        }
        else if (ItemMarks.Read(paragraph) is { } item)
        {
            transcript.Item(0, item.Marker, item.Text);
        }
        else
        {
            transcript.Paragraph(paragraph);
        }
    }

    // a clause, an item, or a first line that is set in
    private static bool Begins(string line) => line.StartsWith("    ", StringComparison.Ordinal) || line.StartsWith("　　", StringComparison.Ordinal)
        || IsClause(line) || ItemMarks.Read(Wording.Line(line)) is not null;

    // an item whose mark is a drawing
    private static bool IsSetIn(string line, string before) => line.StartsWith("  ", StringComparison.Ordinal) && before is [not ' ', .., '。' or '；' or '：'];

    private static bool IsClause(string line) => Clause().IsMatch(line.TrimStart());

    /// <summary>In halves of a Chinese character.</summary>
    private static int Width(string line) => line.TrimEnd().Sum(sign => sign > 0x2E7F ? 2 : 1);

    [GeneratedRegex("^(第[一二三四五六七八九十百零0-9]{1,5}[编章节][ 　]*|[一二三四五六七八九十]{1,3}、|附件?[一二三四五六七八九十0-9]{0,3}[:：])", RegexOptions.NonBacktracking)]
    private static partial Regex Chapter();

    [GeneratedRegex("^(第[一二三四五六七八九十百零0-9]{1,5}[编章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|附件)", RegexOptions.NonBacktracking)]
    private static partial Regex Clause();
}
