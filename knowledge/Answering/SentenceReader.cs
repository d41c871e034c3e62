using System.Text.RegularExpressions;

namespace Knowledge.Answering;

/// <summary>
/// Cuts a passage of Markdown into what can be quoted: sentences, list items, rows of tables, and of long sentences also runs
/// of clauses. Headings, rules, fences and the heads of tables are left out.
/// </summary>
internal static partial class SentenceReader
{
    private const int LongSentence = 40;
    private const int MostClauses = 8;
    private const int ShortestRun = 6;
    private const int LongestRun = 120;

    public static List<Sentence> Read(string passage)
    {
        List<Sentence> sentences = [];
        foreach (string block in Blocks(passage))
        {
            int start = 0;
            foreach (ValueMatch match in Ends().EnumerateMatches(block))
            {
                AddSentence(sentences, block, start, match.Index + match.Length);
                start = match.Index + match.Length;
            }
            AddSentence(sentences, block, start, block.Length);
        }
        return sentences;
    }

    private static void AddSentence(List<Sentence> sentences, string block, int start, int end)
    {
        (start, end) = Trimmed(block, start, end);
        if (end <= start) { return; }
        Sentence sentence = new(block, start, end - start, IsWhole: true, sentences.Count);
        sentences.Add(sentence);
        if (sentence.Length > LongSentence) { AddClauses(sentences, sentence); }
    }

    /// <summary>Paragraphs on one line each, items and rows without their marks.</summary>
    private static IEnumerable<string> Blocks(string passage)
    {
        List<string> paragraph = [];
        string[] lines = passage.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = Spaces().Replace(lines[i], " ").Trim();
            bool isRow = line.StartsWith('|');
            bool isOwn = isRow || line.Length == 0 || Marks().IsMatch(line) || Skipped().IsMatch(line);
            if (isOwn && paragraph.Count > 0)
            {
                yield return string.Join(' ', paragraph);
                paragraph.Clear();
            }
            bool isHead = isRow && i + 1 < lines.Length && Rule().IsMatch(lines[i + 1]);
            if (line.Length == 0 || isHead || Skipped().IsMatch(line)) { continue; }
            if (isRow) { yield return line.Trim('|', ' '); }
            else { paragraph.Add(Marks().Replace(line, "")); }
        }
        if (paragraph.Count > 0) { yield return string.Join(' ', paragraph); }
    }

    private static void AddClauses(List<Sentence> sentences, Sentence sentence)
    {
        List<(int Start, int End)> clauses = [];
        int start = sentence.Start;
        foreach (ValueMatch match in Clauses().EnumerateMatches(sentence.Letters))
        {
            clauses.Add((start, sentence.Start + match.Index + match.Length));
            start = clauses[^1].End;
        }
        if (start < sentence.End) { clauses.Add((start, sentence.End)); }
        for (int first = 0; first < clauses.Count && clauses.Count > 1; first++)
        {
            for (int last = first; last < Math.Min(clauses.Count, first + MostClauses); last++)
            {
                (int from, int to) = Trimmed(sentence.Block, clauses[first].Start, clauses[last].End);
                while (to > from && sentence.Block[to - 1] is '，' or ',' or '、' or '：' or ':') { to--; }
                if (to - from is >= ShortestRun and <= LongestRun && to - from < sentence.Length - 1)
                {
                    sentences.Add(new Sentence(sentence.Block, from, to - from, IsWhole: false, sentence.Order));
                }
            }
        }
    }

    private static (int Start, int End) Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) { start++; }
        while (end > start && char.IsWhiteSpace(text[end - 1])) { end--; }
        return (start, end);
    }

    [GeneratedRegex("[。！？!?]+[”」』）)]*|；|;")]
    private static partial Regex Ends();

    [GeneratedRegex("[，,：:]")]
    private static partial Regex Clauses();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:>\s*)*(?:[-*+]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]\]\s+)?(?<=\s|>)")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(?:#{1,6}\s|```|~~~|(?:[-*_]\s*){3,}$|\|?\s*:?-{2,}:?\s*\||<!--)")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"^\s*\|?\s*:?-+:?\s*(?:\||$)")]
    private static partial Regex Rule();
}
