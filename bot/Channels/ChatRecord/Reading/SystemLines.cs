using System.Text.RegularExpressions;

namespace Bot.Channels.ChatRecord.Reading;

/// <summary>Lines that nobody said.</summary>
internal static partial class SystemLines
{
    private const int Longest = 200;

    /// <summary>The day a line between the messages names: "—— 2026-11-21 ——".</summary>
    public static DateOnly? DayIn(string plain, DateOnly today) =>
        IsShort(plain) && Separator().Match(plain) is { Success: true } match ? TimeWords.DayOf(match, today, out _) : null;

    /// <summary>The time a line between the messages shows: "昨天 20:31".</summary>
    public static SaidAt? TimeIn(string plain, DateOnly today) =>
        IsShort(plain) && Time().Match(plain) is { Success: true } match ? TimeWords.Read(match, today) : null;

    /// <summary>Who took back a message; "你" is the one who copied the record.</summary>
    public static string? RecalledBy(string plain) =>
        IsShort(plain) && Recall().Match(plain) is { Success: true } match ? PlainForm.Trim(match.Groups["name"].Value) : null;

    public static bool Is(string plain) => IsShort(plain) && Told().IsMatch(plain);

    /// <summary>Name of the group that the head of a record tells; empty when it tells none, null when it is no head.</summary>
    public static string? HeadOf(string plain) => IsShort(plain) && Head().Match(plain) is { Success: true } match ? PlainForm.Trim(match.Groups["group"].Value) : null;

    private static bool IsShort(string plain) => plain.Length <= Longest;

    [GeneratedRegex(@"^\s*[-=*~]{2,}\s*" + TimeWords.Day + @"\s*[-=*~]{2,}\s*$|^\s*(?<y>[0-9]{4})[-/年](?<m>[0-9]{1,2})[-/月](?<d>[0-9]{1,2})日?(?:\s*星期.)?\s*$")]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*[-=]*\s*" + TimeWords.MaybeDayAndClock + @"\s*[-=]*\s*$")]
    private static partial Regex Time();

    [GeneratedRegex("^\\s*[\"'\\[]?(?<name>[^\"]{1,40}?)[\"']?\\s*撤回了?一条消息[\\]。]?\\s*(?:重新编辑)?\\s*$")]
    private static partial Regex Recall();

    [GeneratedRegex(
        @"^\s*(?:[-=—]*\s*以下(?:是|为)新消息\s*[-=—]*|.{1,80}(?:加入了?群聊|进入了?群聊|移出了?群聊|退出了?群聊|通过扫描.{0,40}二维码.{0,20})"
        + @"|.{1,60}拍了拍.{1,60}|.{1,60}修改群名为.{1,60}|.{0,40}(?:撤回了一条成员消息|撤回了一名成员的消息|成为新群主|开启了.{1,20}|关闭了.{1,20}|发布了群公告|邀请.{1,60}加入.{0,10})"
        + @"|\[?(?:微信)?红包\]?.{0,40}|.{0,40}领取了.{0,40}红包.{0,20}|收到红包.{0,30}|\[?转账\]?.{0,30}|系统消息:?|[-=*~_]{3,}|Dear:?|.{0,40}不是群主好友.{0,40})\s*$")]
    private static partial Regex Told();

    [GeneratedRegex("^\\s*(?:微信群\\s*[\"「]?(?<group>[^\"」]{1,60})[\"」]?|(?<group>.{1,60}?)|.{1,40}和.{1,40}在微信上)?(?:的聊天记录)(?:如下)?.{0,12}$")]
    private static partial Regex Head();
}
