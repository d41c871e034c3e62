using System.Text.RegularExpressions;

namespace Knowledge;

/// <summary>How rules are numbered in Chinese: 第X章, 第X条, 一、, （一）.</summary>
internal static partial class ClauseLines
{
    private const int LongestTitle = 40;
    private const int LowestPart = 9;
    private const int ClauseLevel = 11;

    public static LineKind KindOf(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = line.Trim().TrimStart('*');
        return rest.IsEmpty ? LineKind.Blank : rest[0] switch
        {
            '第' when Clause().IsMatch(rest) => LineKind.Clause,
            '第' when rest.Length <= LongestTitle && Part().IsMatch(rest) => LineKind.Part,
            '（' or '(' when SubItem().IsMatch(rest) => LineKind.SubItem,
            >= '一' and <= '龥' when Item().IsMatch(rest) => LineKind.Item,
            _ => LineKind.Text,
        };
    }

    /// <summary>Level and words of what such a line heads; level 0 when it heads nothing. <c>Keeps</c>: it also says something itself.</summary>
    /// <param name="before">The kind of the nearest line before that is not blank.</param>
    /// <param name="after">The same after.</param>
    public static (int Level, string Heading, bool Keeps) HeadingOf(LineKind kind, ReadOnlySpan<char> line, LineKind before, LineKind after)
    {
        string words = line.Trim().ToString().Replace("*", "", StringComparison.Ordinal);
        return kind switch
        {
            LineKind.Part when PartLevel(words) is var level && !(level == LowestPart && (after == kind || before == kind)) => (level, words, false),
            LineKind.Clause when IsTitle(words) && !words.Contains('：') && after is LineKind.Text or LineKind.SubItem or LineKind.Item => (ClauseLevel, words, false),
            LineKind.Clause => (ClauseLevel, Number(words), true),
            LineKind.Item when IsTitle(words) && before != kind && after is LineKind.Text or LineKind.SubItem => (ClauseLevel + 1, words, false),
            LineKind.SubItem when IsTitle(words) && before != kind && after == LineKind.Text => (ClauseLevel + 2, words, false),
            _ => (0, "", true),
        };
    }

    // The levels of # end at 6; 第一节 after 第一节 is no heading but a list
    private static int PartLevel(string words) => Part().Match(words).Groups[1].Value switch { "编" => 7, "章" => 8, _ => LowestPart };

    private static bool IsTitle(string words) => words.Length <= LongestTitle && !Sentence().IsMatch(words);

    private static string Number(string words) => string.Concat(Clause().Match(words).Value.Where(each => !char.IsWhiteSpace(each)));

    // "第三条规定的情形" goes on with a sentence that began on the line before
    [GeneratedRegex(@"^第\s{0,3}[0-9一二三四五六七八九十百零〇]{1,6}\s{0,3}条(?![规的第、，和所至款例中之及或])")]
    private static partial Regex Clause();

    [GeneratedRegex(@"^第\s{0,3}[0-9一二三四五六七八九十百零〇]{1,6}\s{0,3}([编章节])[^。；，：！？]*$")]
    private static partial Regex Part();

    [GeneratedRegex("^[一二三四五六七八九十]{1,3}、")]
    private static partial Regex Item();

    [GeneratedRegex("^[（(][一二三四五六七八九十]{1,3}[)）]")]
    private static partial Regex SubItem();

    [GeneratedRegex("[。；，！？]")]
    private static partial Regex Sentence();
}
