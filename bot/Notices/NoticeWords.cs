using Bot.Messaging;

namespace Bot.Notices;

/// <summary>What the groups hear, and how long it may be.</summary>
public static class NoticeWords
{
    public const int LongestTitle = 12;

    /// <summary>Of the whole line: title, text and signature.</summary>
    public const int Longest = 120;

    private const string Correction = "更正";
    private const string Stops = "。！？!?.…）”";

    public static string Say(string title, string text, string? community) => $"【{title}】{Whole(text)}{community}";

    public static string Correct(string text, string? community) => Say(Correction, text, community);

    /// <summary>One line without control characters.</summary>
    public static string Plain(string? text) =>
        string.Concat(string.Join(' ', (text ?? "").Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Where(letter => !char.IsControl(letter)));

    /// <summary>Why a line cannot be said; null when it can.</summary>
    public static string? Refuse(string line)
    {
        int length = SafeWords.Length(line);
        if (length > Longest) { return $"全文{length}字，最多{Longest}字，请删去{length - Longest}字"; }
        return SafeWords.HasIdNumber(line) ? "里面有身份证号，不能发到群里，请去掉" : null;
    }

    private static string Whole(string text) => text.Length > 0 && Stops.Contains(text[^1]) ? text : text + "。";
}
