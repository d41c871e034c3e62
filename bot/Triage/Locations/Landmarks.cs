using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

internal readonly record struct LandmarkMatch(string Name, string? Floor, int Start, int End);

/// <summary>Places that need no building: 凉亭, 东门口, 地下车库B区, 快递柜, 河边.</summary>
internal static partial class Landmarks
{
    /// <summary>Things that stand inside a greater place: 儿童乐园's 滑梯.</summary>
    private static readonly string[] Small = ["滑梯", "秋千", "花坛", "花池", "草坪", "绿化带", "乒乓球台", "斑马线"];

    /// <summary>The first landmark; a small thing only where no greater place is named.</summary>
    public static LandmarkMatch? First(string text)
    {
        LandmarkMatch? small = null;
        for (Match match = Pattern().Match(text); match.Success; match = match.NextMatch())
        {
            LandmarkMatch found = WithZone(text, Read(match));
            if (!Small.Contains(found.Name))
            {
                return found;
            }
            small ??= found;
        }
        return small;
    }

    public static LandmarkMatch? At(string text, int position) =>
        Pattern().Match(text, position) is { Success: true } match && match.Index == position ? Read(match) : null;

    /// <summary>"负二层冒水 C区最深": the zone may come a few words after the level.</summary>
    private static LandmarkMatch WithZone(string text, LandmarkMatch found) =>
        found is { Name: "", Floor: not null } && Zone().Match(text, found.End) is { Success: true } zone
            ? found with { Name = zone.Value } : found;

    [GeneratedRegex(@"(?<![A-Za-z])[A-Z]\d?区")]
    private static partial Regex Zone();

    private static LandmarkMatch Read(Match match)
    {
        int end = match.Index + match.Length;
        string? level = match.Groups["level"] is { Success: true } number ? $"负{number.Value}层" : null;
        string? zone = match.Groups["zone"] is { Success: true } letter ? $"{letter.Value.ToUpperInvariant()}区" : null;
        if (match.Groups["garage"].Success || match.Groups["parked"].Success)
        {
            return new($"地下车库{level}{zone}{match.Groups["ramp"].Value}", null, match.Index, end);
        }
        if (level is not null || zone is not null)
        {
            return new(zone ?? "", level, match.Index, end);
        }
        string name = match.Groups["name"].Value;
        name = name switch { "滑滑梯" => "滑梯", "取件柜" => "快递柜", _ => name };
        string? side = match.Groups["flank"] is { Success: true } flank ? $"{flank.Value}侧" : null;
        return new(name + Chain(match) + side, null, match.Index, end);
    }

    private static string Chain(Match match) =>
        string.Concat(match.Groups["chain"].Captures.Select(c => c.Value)).Replace("门前", "门口");

    [GeneratedRegex("""
        (?:
            (?:(?:(?<zone>[A-Za-z]\d?|\d{1,2})区|(?:负|地下|[Bb])(?<level>\d)[层楼]?)[\s的]?){0,2}
            (?<garage>地库|地下(?:停?车[库场]|停车[库场])|(?<![自我你他她人你家私各])车库)
            (?:[\s的]?(?:(?:负|地下|[Bb])(?<level>\d)(?:[层楼]|(?![\d区]))|(?<zone>[A-Za-z]\d?|\d{1,2})区)){0,2}
            (?<ramp>[东西南北]?(?:出入口|入口|出口|进口|坡道))?
          | (?:(?<zone>[A-Z]\d?)区[\s的]?)?(?:负|(?<![A-Za-z\d])[Bb])(?<level>\d)[层楼](?:[\s的]?(?<zone>[A-Z]\d?)区)?
          | (?<zone>[A-Z])区(?=.{0,6}(?<parked>车|充电|柱子))
          | (?<=^|[\s,。])(?<zone>[A-Z])区(?!\?)
          | (?<name>
              [东西南北](?:大|侧|小)?门(?![洞面子牌诊户卫])口?
            | (?<![开走车家屋院校])[后侧偏]门(?![口]?[牌卫])口? | (?:小区|园区|院)(?:大门口?|正门口?|门口) | (?<!\d)\d{1,2}号门(?!牌|卡)口?
            | (?:中心|小|街心|大|后|屋顶|空中|口袋|社区|休闲|下沉|文化|活动|市民|健身|人民|党建|音乐|中央|街角){1,2}(?:花园|公园|游园|广场)(?!舞)
            | 广场(?!舞) | (?<![\u4e00-\u9fff])(?:花园|公园|游园)
            | 儿童(?:乐园|公园|滑梯|游乐[场区园]|活动区|设施区?) | 游乐[场区园] | 滑滑梯 | 滑梯 | (?<!荡)秋千 | [沙戏]池 | 沙坑
            | (?:篮|足|羽毛|网|乒乓|门|排)球[场台桌] | (?:健身|器材|运动|休闲)(?:区|角|步道|器材区|广场) | (?:塑胶|环形)?跑道
            | (?:沿河|滨河|滨江|沿江|健身|亲水|梯坎|林荫|环湖|环形|[湖河江]边)?步道 | 绿道 | 栈道
            | 凉亭 | 湖心亭 | [八六四]角亭 | 亭子 | 长廊 | 风雨?连?廊
            | (?:保安|门卫|岗|值班|治安|警务)亭 | 岗亭 | 门卫室? | 门岗 | 宣传栏 | 公告栏 | 传达室 | (?:保安|警务|监控|消控|值班)室
            | 快递(?:柜|驿站|点|站) | (?:菜鸟)?驿站(?:门口)? | 丰巢柜? | 取件柜 | 智能柜
            | (?:非机动|电动|自行|单|电瓶|摩托|电单)?车棚 | 充电(?:车棚|[棚站区])
            | (?:地面|露天|路面)?停车场
            | 垃圾(?:分类[亭点站房]|投放点|中转站|转运站|收集点|集中点|[房站屋亭棚]) | 分类亭 | 倒便站
            | (?:老年|党群|社区|老人|居民|棋牌|文体)?活动(?:室|中心) | 文化[站室] | 图书[室角] | 阅览室 | 党群服务中心 | 日间照料中心 | (?:老年|长者|社区)(?:食堂|饭堂|大学) | 议事厅 | (?:社区卫生(?:服务)?(?:站|中心)|社区服务(?:大厅|中心|站)|便民服务(?:大厅|中心|站))(?!医生|大夫|护士|上门|派|的?[医大]|门口) | 祠堂 | 戏台 | 棋牌室
            | 公厕 | 公共厕所
            | 喷(?:水池|泉) | 荷花池 | 景观[池湖] | (?:金|锦|观赏)?鱼池 | 池塘 | 鱼塘边? | 荷塘 | 水塘 | 水池边 | 人工湖 | 湖边 | 小?河浜 | (?:护城|内|小)河边? | 河(?:边|堤|岸|埠头|涌) | (?:[江海塘溪渠]|水库)边 | 桥(?:头|堍|底|洞) | (?:石|木|小|天|廊)桥 | 码头 | 观景台
            | 花坛 | 花池 | 草坪 | 绿化带 | 小?树林 | 竹林 | 后山 | 假山 | 晾[晒衣][区场] | 晒[谷]?场 | 中庭 | (?<=^|[\s,。])楼顶(?![层漏防])
            | 配电[房室间] | 水?泵房 | 锅炉房 | 换热站 | 变电[箱站所] | 变压器
            | 公交车?站[台牌]? | 地铁口 | (?:十字|丁字|三岔|三叉)?路口 | 斑马线 | 人?行?过?街?天桥 | 地下通道
            | (?:弄堂|巷子|胡同|村|里弄)口 | (?:弄堂|巷子|胡同)[底尾] | (?<![\u4e00-\u9fff])[巷街弄][口尾头]
            | [\u4e00-\u9fff]{2}[巷街弄][口尾](?![\u4e00-\u9fff]?音)
            | 老(?:樟|榕|槐|柳|桂花|银杏|梧桐|黄桷|皂角|枣|桑|杨)树[下旁]?
            | (?:居委会?|村委会?|社区|物业(?:办公室|中心|处)?|管理处|幼儿园|托儿所|[小中]学|学校|菜市?场|超市|便利店|小卖部|卫生站|卫生服务(?:站|中心)|医院|银行|药店|理发店|早餐店|派出所|食堂|邮局|茶馆|士多|面馆|粮店|烧烤店|五金店|水果店)(?=门口|门前)
            )
            (?:的|那个)?(?<chain>(?:快递柜|岗亭|保安亭|门卫室|消防通道|超市门口|公厕|门口|门前|入口|出口)){0,1}
            (?:[的嘅]?(?:(?<flank>[后前东西南北])(?:头|面|边|侧|墙)(?![的]?人)))?
        )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
