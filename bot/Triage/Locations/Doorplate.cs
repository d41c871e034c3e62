using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

/// <summary>A bare house number: "16号门口". In most talk "16号" is a day of the month, a window or a player.</summary>
internal static partial class Doorplate
{
    public static BuildingMatch? Read(string text, string number, int start, int end, DoorStyle style, bool nickname)
    {
        if (!char.IsAsciiDigit(number[0]) || BeforeOther().IsMatch(text, end) || AfterOther().IsMatch(text.AsSpan(0, start)))
        {
            return null;
        }
        bool finer = Finer().IsMatch(text, end);
        return style switch
        {
            DoorStyle.Buildings => finer || nickname ? new($"{number}号楼", start, end) : null,
            DoorStyle.Doorplates => finer || nickname || !Day().IsMatch(text, end) ? new($"{number}号", start, end) : null,
            _ => finer || nickname || (start == 0 && end == text.Length) || WholeHouse().IsMatch(text, end) ? new($"{number}号", start, end) : null,
        };
    }

    [GeneratedRegex(@"\G(?:线|窗口|窗|选手|柜|桩|机|台|床|桌|口|门(?![口前外])|车|公告|文件|令|球|信|码|泵|电梯|梯|位|摊)")]
    private static partial Regex BeforeOther();

    [GeneratedRegex(@"(?:月|第|初|本月|下个?月|上个?月|这个月|今天|今儿都?|明天|昨天|才)\s?$", RegexOptions.RightToLeft)]
    private static partial Regex AfterOther();

    [GeneratedRegex(@"\G[\s\-]?(?:\d{1,2}(?:单元|梯|门洞|楼|层)|[东中西]单元|\d{3,4}(?!\d|[元块年])|底楼|里?\d层|门口|门前)")]
    private static partial Regex Finer();

    [GeneratedRegex(@"\G\s?(?:早|晚|上午|中午|下午|夜|凌晨|白天|当天|那天|之前|以前|之后|以后|开始|起(?!火)|到|至|截止|就|才|来(?!水)|交|发|前(?![面头边])|后(?![面头边])|\d{1,2}[点:时])")]
    private static partial Regex Day();

    [GeneratedRegex(@"\G(?:整个|里|院|扶梯|楼梯|屋|门|底下|旁边|对面|隔壁|后[头面门]|前[头面]|墙|灶|亭子间|天井|阁|老|信箱|水表|电表|下水|屋顶)")]
    private static partial Regex WholeHouse();
}
