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

    public static List<Sentence> Read(string passage)
    {
        List<Sentence> sentences = [];
        foreach (string block in Blocks(passage))
        {
            foreach (string sentence in Split(block, Ends()))
            {
                int order = sentences.Count;
                sentences.Add(new Sentence(sentence, IsWhole: true, order));
                if (sentence.Length > LongSentence) { AddClauses(sentences, sentence, order); }
            }
        }
        return sentences;
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

    private static List<string> Split(string text, Regex ends)
    {
        List<string> parts = [];
        int start = 0;
        foreach (ValueMatch match in ends.EnumerateMatches(text))
        {
            int end = match.Index + match.Length;
            if (text[start..end].Trim() is { Length: > 0 } part) { parts.Add(part); }
            start = end;
        }
        if (text[start..].Trim() is { Length: > 0 } rest) { parts.Add(rest); }
        return parts;
    }

    private static void AddClauses(List<Sentence> sentences, string sentence, int order)
    {
        List<(int Start, int End)> clauses = [];
        int start = 0;
        foreach (ValueMatch match in Clauses().EnumerateMatches(sentence))
        {
            clauses.Add((start, match.Index + match.Length));
            start = match.Index + match.Length;
        }
        if (start < sentence.Length) { clauses.Add((start, sentence.Length)); }
        for (int first = 0; first < clauses.Count && clauses.Count > 1; first++)
        {
            for (int last = first; last < Math.Min(clauses.Count, first + MostClauses); last++)
            {
                string run = sentence[clauses[first].Start..clauses[last].End].Trim().TrimEnd('，', ',', '、', '：', ':');
                if (run.Length is >= 6 and <= 120 && run.Length < sentence.Length - 1) { sentences.Add(new Sentence(run, IsWhole: false, order)); }
            }
        }
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
