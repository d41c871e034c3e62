using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

internal enum OwnScope { Home, Unit, Floor, Building }

/// <param name="Unit">A unit of the speaker's own building named with it: 我地2梯, 隔壁中门洞.</param>
/// <param name="Room">A neighbour's room: 楼上402, 隔离102; or the speaker's own: 我家501.</param>
internal readonly record struct OwnMention(OwnScope Scope, string? Unit, string? Floor, string? Room, string? Facility, int Start, int End);

/// <summary>Where a text speaks of the speaker's own home or building, in several dialects.</summary>
internal static partial class OwnHome
{
    public static OwnMention? Find(string text)
    {
        if (Missing().IsMatch(text) && Kin().IsMatch(text))
        {
            return null;
        }
        OwnMention? first = null;
        OwnMention? numbered = null;
        bool home = false;
        bool fromNeighbour = false;
        for (Match match = Pattern().Match(text); match.Success; match = match.NextMatch())
        {
            OwnMention mention = Read(text, match);
            first ??= mention;
            if (mention.Room is not null || (mention.Unit is not null && match.Groups["next"].Success))
            {
                fromNeighbour |= numbered is null && mention.Room is not null && match.Groups["next"].Success;
                numbered ??= mention;
            }
            if (mention.Scope == OwnScope.Home && first.Value.Scope == OwnScope.Building && Below(text, first.Value))
            {
                first = mention;
            }
            home |= match.Groups["home"].Success || match.Groups["part"].Success;
        }
        // The damaged flat is the place, not the flat the water is said to come from
        bool damaged = home && fromNeighbour && Leak().IsMatch(text);
        return damaged ? first!.Value with { Room = null, Unit = null, Scope = OwnScope.Home } : numbered ?? first;
    }

    private static bool Below(string text, OwnMention mention) =>
        text.AsSpan(mention.Start, mention.End - mention.Start).EndsWith("楼下");

    private static OwnMention Read(string text, Match match)
    {
        int end = match.Index + match.Length;
        string? room = RoomNumber.Normal(match.Groups["room"], apart: false);
        string? unit = match.Groups["unit"] is { Success: true } u ? $"{u.Value}单元" : null;
        string? floor = match.Groups["floor"] is { Success: true } f ? $"{f.Value}层" : null;
        OwnScope scope =
            match.Groups["below"].Success ? OwnScope.Building
            : match.Groups["building"].Success ? OwnScope.Building
            : match.Groups["landing"].Success ? OwnScope.Floor
            : match.Groups["stair"].Success || unit is not null ? OwnScope.Unit
            : OwnScope.Home;
        PlaceTail tail = PlaceTail.Read(text, end);
        bool plain = tail is { Unit: null, Room: null } && match.Groups["next"] is { Success: false } && !match.Groups["part"].Success;
        bool near = scope != OwnScope.Home || tail.Facility is "门口";
        string? facility = plain && near && room is null && tail.Floor is null ? tail.Facility : null;
        if (floor is null && plain && scope is OwnScope.Unit or OwnScope.Building)
        {
            floor = tail.Floor;
        }
        return new(scope, unit, floor, room, facility, match.Index, facility is null && floor is null ? end : Math.Max(end, tail.End));
    }

    [GeneratedRegex("""
          (?<we>我们|我哋|我地|我俫|我伲|我里|我|俺们|俺|咱们|咱|阿拉|吾伲|吾俚|吾|伲|阮|涯|偶)
          (?:
              (?<home>家|屋企|屋里厢?|屋头|屋下|屋|厝|兜|厨房|阳台)(?![乡族教长属具庭园装店铺]|那边|那头|老家|在外|门店)里?[嗰那]?(?:(?<room>\d{3,4})(?!\d))?(?<below>楼下)?
            | [的个嘅间]?(?<part>鞋柜|客厅|卫生间|洗手间|厕所|房间|卧室|次卧|主卧|窗[户台]|天花板?|墙[壁纸]|浴室|灶台|水龙头|热水器|吊顶|地板)
            | (?<home>这[儿里屋]|一家|一个人在家|在家(?!乡|门))
            | (?:整个|这个|那个|呢个|嗰个|这|那|呢|该|个|嗰|整|一整)?
              (?: (?<stair>(?:(?<unit>\d{1,2}|[东中西甲乙丙])(?:单元|门洞|梯|门(?![口卫禁面前]))|单元|门洞|梯间|梯口|楼道|楼梯[间口]))
                | (?<landing>(?<floor>\d{1,2})[层楼]|层(?!次))
                | (?<building>(?:栋|幢|座)楼?(?![上])|楼(?=楼[顶前后门])|(?=楼[顶前后门])|楼(?![道梯上下房主长盘市顶前后板])|(?<below>楼下))
              )
            | (?:栋|楼)?(?<next>楼上|楼浪厢?|楼下|隔壁|隔离|隔篱|对门|对过|对面)(?![楼栋幢小村班桌饭店街路])(?:的|嗰间|那家|嗰家|家|那户|邻居|单元)?(?:(?<room>\d{3,4})(?!\d|[元块年点])|(?<unit>\d{1,2}|[东中西甲乙丙])(?:单元|门洞|梯))?
          )
        | (?<!同意|赞成|支持|附议|学习|[顶学问回复@爬从上帮像往])(?<next>楼上|楼浪厢?)(?!说|讲|正解|这位|那位|几位|各位|加|\+|同|一样|的(?:说|讲|朋友|大哥|姐|亲)|楼下|观点)(?:的|那家|嗰家|家|人家|那户|邻居|住户)?(?:(?<room>\d{3,4})(?!\d|[元块年点]))?
        | (?<next>楼下|隔壁|隔离|隔篱|对门|对过|对家)(?![单楼栋幢小村班桌饭店街路头])(?:的|那家|嗰家|家|那户|邻居|住户)?(?:(?<room>\d{3,4})(?!\d|[元块年点])|(?<unit>\d{1,2}|[东中西甲乙丙])(?:单元|门洞|梯))
        | (?<next>隔壁|隔离|隔篱|对门|对过)(?![单楼栋幢小村班桌饭店街路头])
        | (?<next>楼下)(?=那[家户个]|说|的?(?:人|邻居|住户|阿|小))
        | (?<building>(?<below>楼下))(?!的?[几各两])
        | (?<=^|[\s,。!?;、])(?<home>家里|家中|屋里|屋企|屋头)
        | (?<home>[家屋]里)(?=就我)
        | (?<=^|[\s,。!?;、])(?<home>老伴|孩子|小孩|娃|老人|爸|妈)(?=(?:一个人|自己)?在家(?!乡|门))
        | (?<=^|[\s,。!?;、])(?:本)?(?<stair>单元)(?=门|电梯|楼道|里)
        | 本(?<building>[楼栋幢])(?!层)
        | (?:我|俺|阿拉|阮|吾)(?<home>[爸妈爹娘]|老公|老婆|爱人|媳妇|老伴|老头子?|爷爷|奶奶|外公|外婆|公公|婆婆|老豆|[阿老][爸妈公婆嬷])(?=.{0,8}(?:瘫|卧床|[床褥]上|床浪|胸口|心口|晕[倒低]|昏倒|抽搐|喘不|下不了[床楼]|下唔到|嘴歪|中风|没知觉|冇知觉))
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();

    [GeneratedRegex("不见了|唔见咗|唔见了|走丢|走失|没影|不知去向|冇咗影|找不到(?:人|孩子|娃|他|她)")]
    private static partial Regex Missing();

    [GeneratedRegex("[岁孩娃爸妈爷奶孙囡婆公]|老人|儿子|女儿|细路|老伴")]
    private static partial Regex Kin();

    [GeneratedRegex("漏|渗|滴|淹|泡|反水|返水|水印|受潮|湿|嘀嗒|滴嗒")]
    private static partial Regex Leak();
}
