using System.Buffers;
using System.Text.RegularExpressions;
using Bot.Grids;
using Bot.Messaging;
using Knowledge;
using Knowledge.Answering;

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
    private static readonly SearchValues<char> PartEnds = SearchValues.Create([.. Ends, '，', ',']);
    private static readonly SearchValues<char> Pauses = SearchValues.Create("，,、：:）)");

    private readonly HandOffReplies _handOffs = new(directory, clock);

    /// <summary>"满80周岁可申请尊老金。依据：《尊老金办理指南》2026年3月版第2条"</summary>
    public static string Answered(IReadOnlyList<Citation> sources) => Fit(sources, "");

    /// <summary>What two documents say that do not agree, the newer first; null when there is no room for what they do not agree on.</summary>
    public static string? Differing(Citation one, Citation two)
    {
        Citation[] sources = [.. new[] { one, two }.OrderByDescending(source => source.Effective ?? DateOnly.MinValue)];
        const string Before = "两份文件说法不一：", After = "。请以社区答复为准";
        int frame = SafeWords.Length(Before + After) + sources.Sum(source => SafeWords.Length($"（{Source(source)}）")) + 1;
        string first = Plain(sources[0].Quote), second = Plain(sources[1].Quote);
        (Range First, Range Second) places = Disagreement.Places(first, second) ?? (..0, ..0);
        return Around(first, places.First, (Longest - frame) / 2) is { } newer && Around(second, places.Second, (Longest - frame) / 2) is { } older
            ? $"{Before}{newer}（{Source(sources[0])}）；{older}（{Source(sources[1])}）{After}" : null;
    }

    /// <summary>The same in the words of a model, which says of itself that it is one: the law wants it.</summary>
    public static string Worded(string words, Citation source) => words.TrimEnd(Ends) + WordedEnd(source);

    /// <summary>How many characters the answer itself may have.</summary>
    public static int RoomFor(Citation source) => Longest - SafeWords.Length(WordedEnd(source));

    private static string WordedEnd(Citation source) => $"（AI整理）。依据：{Source(source)}";

    /// <summary>The rule, and who looks into the asker's own case or into what the documents leave open.</summary>
    public string AnsweredAndPassed(Considered considered, HandOff item, DateTimeOffset now) =>
        Fit([considered.Sources[0]], $"。{(considered.IsPersonal ? "您的情况" : "其余的")}{_handOffs.Passed(item, now)}");

    private static string Fit(IReadOnlyList<Citation> sources, string rest)
    {
        string[] ends = [.. sources.Select(source => $"。依据：{Source(source)}")];
        int room = (Longest - ends.Sum(SafeWords.Length) - SafeWords.Length(rest) - (sources.Count - 1)) / sources.Count;
        return string.Join('。', sources.Zip(ends, (source, end) => Within(Plain(source.Quote), room) + end)) + rest;
    }

    /// <summary>The document's name, date and clause.</summary>
    public static string Source(Citation citation)
    {
        string edition = citation.Effective is { } day ? $"{day.Year}年{day.Month}月版" : "";
        string bare = edition.Length > 0 ? Edition().Replace(citation.Title, "") : citation.Title;
        string title = SafeWords.Clean(bare.Trim('《', '》', ' '), TitleLength);
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

    // from the beginning, else from where the part begins that holds the place
    private static string? Around(string words, Range place, int room)
    {
        (int at, int length) = place.GetOffsetAndLength(words.Length);
        int part = words.AsSpan(0, at).LastIndexOfAny(PartEnds) + 1;
        foreach (int start in (int[])[0, part])
        {
            string cut = Within(words[start..], room);
            if (start + cut.Length >= at + length && cut.Length > 0) { return cut; }
        }
        return at + length - part <= room ? words[part..Math.Min(words.Length, part + room)] : null;
    }

    // what the edition says once more
    [GeneratedRegex(@"[（(]\d{4}年(?:\d{1,2}月)?版?[)）]$")]
    private static partial Regex Edition();

    [GeneratedRegex(@"^(?:[-*+>]|#{1,6}|\d+\.)\s+|[*`|~\\<>]|^\[[ xX]\]\s*")]
    private static partial Regex Marks();
}
