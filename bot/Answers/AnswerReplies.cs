using System.Buffers;
using System.Text.RegularExpressions;
using Bot.Grids;
using Bot.Messaging;
using Knowledge;

namespace Bot.Answers;

/// <summary>What the group hears of a question the documents answer: their words, then where they stand.</summary>
public sealed partial class AnswerReplies(CommunityDirectory directory, CommunityClock clock)
{
    /// <summary>No reply of the bot is longer.</summary>
    public const int Longest = 120;
    private const int TitleLength = 24;
    private const int ClauseLength = 12;
    private static readonly char[] Ends = ['。', '；', ';', '！', '!', '？', '?'];
    private static readonly SearchValues<char> EndMarks = SearchValues.Create(Ends);
    private static readonly SearchValues<char> Pauses = SearchValues.Create("，,、：:）)");

    private readonly HandOffReplies _handOffs = new(directory, clock);

    /// <summary>"满80周岁可申请尊老金。依据：《尊老金办理指南》2026年3月版第2条"</summary>
    public static string Answered(Citation citation) => Fit(citation, "");

    /// <summary>The rule, and who looks into the asker's own case.</summary>
    public string RuleAndPerson(Citation citation, HandOff item, DateTimeOffset now) =>
        Fit(citation, $"。您的情况{_handOffs.Passed(item, now)}");

    private static string Fit(Citation citation, string rest)
    {
        string source = $"。依据：{Source(citation)}{rest}";
        return Within(Plain(citation.Quote), Longest - SafeWords.Length(source)) + source;
    }

    /// <summary>The document's name, date and clause.</summary>
    public static string Source(Citation citation)
    {
        string title = SafeWords.Clean(citation.Title.Trim('《', '》', ' '), TitleLength);
        string edition = citation.Effective is { } day ? $"{day.Year}年{day.Month}月版" : "";
        return $"《{title}》{edition}{SafeWords.Clean(citation.Clause, ClauseLength)}";
    }

    // The words stay the document's own: marks of Markdown go, and what is too long ends earlier
    private static string Plain(string quote) =>
        Marks().Replace(string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), "").Replace('@', '＠').Trim();

    private static string Within(string words, int room)
    {
        if (SafeWords.Length(words.TrimEnd(Ends)) <= room) { return words.TrimEnd(Ends); }
        string clipped = string.Concat(words.EnumerateRunes().Take(room).Select(rune => rune.ToString()));
        int end = clipped.AsSpan().LastIndexOfAny(EndMarks);
        int pause = end > 0 ? end : clipped.AsSpan().LastIndexOfAny(Pauses);
        return (pause > 0 ? clipped[..pause] : clipped).TrimEnd(Ends);
    }

    [GeneratedRegex(@"^(?:[-*+>]|#{1,6}|\d+\.)\s+|[*`|~\\<>]|^\[[ xX]\]\s*")]
    private static partial Regex Marks();
}
