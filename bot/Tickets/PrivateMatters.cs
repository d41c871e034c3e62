using System.Text.RegularExpressions;

namespace Bot.Tickets;

/// <summary>
/// What is no business of the group: disputes, illness, hardship, violence at home. Decided by topic and plain words when a
/// ticket opens; a person can switch it.
/// </summary>
public static partial class PrivateMatters
{
    private static readonly HashSet<string> Topics = ["纠纷", "帮困", "就医", "急病", "暴力", "轻生"];

    public static bool Is(NewTicket matter) =>
        Is(matter.Topic, string.Join('\n', matter.Reports.Where(report => report.IsReport).Select(report => report.Text)));

    public static bool Is(string topic, string text) =>
        Topics.Contains(topic) || Words().IsMatch(text) || (topic == "噪声" && Neighbour().IsMatch(text) && !Works().IsMatch(text));

    [GeneratedRegex("家暴|虐待|(打|骂)(老婆|老公|媳妇|孩子|老人|爹|妈)|赡养|婆媳|夫妻(俩)?(吵|打|闹)|闹离婚|吵架|闹矛盾|闹纠纷|调解|化疗|透析|癌|肿瘤|瘫痪|卧床|精神病|抑郁症|揭不开锅|吃不上饭|没钱(看病|吃饭|买药)|(看|治)不起病")]
    private static partial Regex Words();

    // Who names the flat above in the group starts a quarrel there
    [GeneratedRegex("楼上|楼下|隔壁|对门|邻居")]
    private static partial Regex Neighbour();

    [GeneratedRegex("装修|施工|工地|广场舞|商铺|店|电钻|空调外机|水泵|电梯")]
    private static partial Regex Works();
}
