using System.Buffers;
using System.Collections.Frozen;

namespace Bot.Triage.Locations;

/// <summary>The names of facilities a community has; the longest word that fits at a position wins.</summary>
internal static class LandmarkWords
{
    private static readonly string[] Greens = ["花园", "公园", "游园", "广场"];

    private static readonly string[] GreenKinds =
    [
        "中心", "小", "街心", "大", "后", "屋顶", "空中", "口袋", "社区", "休闲", "下沉", "文化", "活动", "市民", "民心",
        "健身", "人民", "党建", "音乐", "中央", "街角", "文化活动", "社区文化", "儿童",
    ];

    private static readonly string[] Plain =
    [
        "广场", "儿童乐园", "儿童滑梯", "儿童游乐场", "儿童游乐区", "儿童活动区", "儿童设施", "游乐场", "游乐区", "游乐园", "滑梯", "秋千", "沙池", "戏水池", "沙坑",
        "篮球场", "足球场", "羽毛球场", "网球场", "门球场", "排球场", "乒乓球台", "乒乓球桌", "乒乓球室", "健身区", "健身角", "健身步道", "健身器材区", "运动区", "运动场", "休闲区", "器材区",
        "跑道", "塑胶跑道", "步道", "沿河步道", "滨河步道", "滨江步道", "沿江步道", "亲水步道", "梯坎步道", "林荫步道", "环湖步道", "湖边步道", "河边步道", "江边步道", "绿道", "栈道", "木栈道",
        "凉亭", "八角亭", "六角亭", "四角亭", "湖心亭", "亭子", "长廊", "连廊", "风雨廊", "风雨连廊",
        "保安亭", "门卫亭", "岗亭", "治安亭", "警务亭", "值班亭", "门卫", "门卫室", "门岗", "传达室", "保安室", "警务室", "监控室", "消控室", "值班室",
        "快递柜", "快递驿站", "快递点", "快递站", "驿站", "菜鸟驿站", "丰巢", "丰巢柜", "智能柜", "取件柜",
        "车棚", "非机动车棚", "电动车棚", "自行车棚", "单车棚", "电瓶车棚", "摩托车棚", "电单车棚", "充电棚", "充电车棚", "充电站", "充电区", "停车场", "地面停车场", "露天停车场", "停车棚",
        "垃圾房", "垃圾站", "垃圾屋", "垃圾亭", "垃圾棚", "垃圾分类亭", "垃圾分类点", "垃圾分类站", "垃圾分类房", "垃圾投放点", "垃圾中转站", "垃圾转运站", "垃圾收集点", "垃圾集中点", "分类亭", "倒便站",
        "活动室", "活动中心", "老年活动室", "老年活动中心", "党群活动中心", "社区活动室", "社区活动中心", "老人活动室", "居民活动室", "文体活动室", "文体活动中心", "棋牌室",
        "文化站", "文化室", "图书室", "图书角", "阅览室", "党群服务中心", "日间照料中心", "老年食堂", "长者食堂", "长者饭堂", "社区食堂", "老年大学", "议事厅", "祠堂", "戏台",
        "社区卫生站", "社区卫生中心", "社区卫生服务站", "社区卫生服务中心", "社区服务大厅", "社区服务中心", "社区服务站", "便民服务大厅", "便民服务中心", "便民服务站",
        "公厕", "公共厕所", "宣传栏", "公告栏", "喷水池", "喷泉", "荷花池", "景观池", "景观湖", "鱼池", "金鱼池", "锦鲤池", "池塘", "鱼塘", "鱼塘边", "荷塘", "水塘", "人工湖", "湖边", "水库边",
        "护城河", "护城河边", "小河", "小河边", "小河浜", "河浜", "内河", "内河边", "河边", "河堤", "河岸", "河埠头", "河涌", "江边", "海边", "塘边", "溪边", "渠边",
        "桥头", "桥堍", "桥底", "桥洞", "石桥", "木桥", "小桥", "天桥", "廊桥", "人行天桥", "过街天桥", "码头", "观景台", "地下通道",
        "花坛", "花池", "草坪", "绿化带", "小树林", "树林", "竹林", "后山", "假山", "晾衣区", "晾衣场", "晾晒区", "晾晒场", "晒场", "晒谷场", "中庭",
        "配电房", "配电室", "配电间", "水泵房", "泵房", "锅炉房", "换热站", "变电箱", "变电站", "变电所", "变压器", "公交站", "公交站台", "公交车站", "地铁口", "路口", "十字路口", "丁字路口", "三岔路口", "斑马线",
        "弄堂口", "弄堂底", "巷子口", "巷子尾", "胡同口", "胡同底", "村口", "里弄口", "小区门口", "小区大门", "小区大门口", "小区正门", "园区门口", "园区大门", "院门口",
    ];

    private static readonly string[] Shops =
    [
        "居委", "居委会", "村委会", "社区", "物业", "物业办公室", "物业中心", "管理处", "幼儿园", "托儿所", "小学", "中学", "学校", "菜场", "菜市", "菜市场", "超市", "便利店", "小卖部",
        "卫生站", "卫生服务站", "卫生服务中心", "医院", "银行", "药店", "理发店", "早餐店", "派出所", "食堂", "邮局", "茶馆", "士多", "面馆", "粮店", "烧烤店", "五金店", "水果店", "社区居委会",
    ];

    private static readonly string[] Trees =
        [.. "樟榕槐柳桑枣杨".Select(t => $"老{t}树"), "老桂花树", "老银杏树", "老梧桐树", "老黄桷树", "老皂角树", "老樟树旁", "榕树头", "大榕树"];

    private static readonly string[] Beside = ["门口", "门前", "后面", "后头", "后边", "前面", "旁边", "对面", "边上"];

    private static readonly FrozenSet<string> OnlyAtTheDoor = Shops.ToFrozenSet();

    private static readonly string[] All =
        [.. Plain.Concat(GreenKinds.SelectMany(k => Greens.Select(g => k + g))).Concat(Trees).Concat(Shops).Distinct()];

    private static readonly SearchValues<string> Anywhere = SearchValues.Create(All, StringComparison.Ordinal);

    private static readonly FrozenDictionary<char, string[]> ByFirst =
        All.GroupBy(w => w[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray());

    /// <summary>Position and word of the first facility at or after <paramref name="from"/>; null when none is named.</summary>
    public static (int Start, string Word)? Next(string text, int from)
    {
        while (from < text.Length)
        {
            int found = text.AsSpan(from).IndexOfAny(Anywhere);
            if (found < 0)
            {
                return null;
            }
            if (At(text, from + found) is { } word)
            {
                return (from + found, word);
            }
            from += found + 1;
        }
        return null;
    }

    public static string? At(string text, int position)
    {
        if (position >= text.Length || !ByFirst.TryGetValue(text[position], out string[]? words))
        {
            return null;
        }
        ReadOnlySpan<char> rest = text.AsSpan(position);
        foreach (string word in words)
        {
            if (rest.StartsWith(word) && Fits(text, position, word, rest[word.Length..]))
            {
                return word;
            }
        }
        return null;
    }

    private static bool Fits(string text, int position, string word, ReadOnlySpan<char> after)
    {
        if (OnlyAtTheDoor.Contains(word))
        {
            return Beside.Any(b => text.AsSpan(position + word.Length).StartsWith(b));
        }
        return word switch
        {
            "秋千" => position == 0 || text[position - 1] != '荡',
            _ when word.EndsWith("广场", StringComparison.Ordinal) => !after.StartsWith("舞"),
            _ when word.StartsWith("社区", StringComparison.Ordinal) || word.StartsWith("便民", StringComparison.Ordinal) =>
                !(after.StartsWith("医") || after.StartsWith("大夫") || after.StartsWith("护士") || after.StartsWith("上门") || after.StartsWith("派")),
            _ => true,
        };
    }
}
