namespace Bot.Triage;

/// <summary>The fixed set of topics: a finer word than the category, used to tell matters apart.</summary>
public static class Topics
{
    public const string Other = "其他";

    public static readonly IReadOnlyList<string> All =
    [
        "电梯", "漏水", "停水", "水质", "水管", "停电", "电路", "燃气", "暖气", "路灯", "楼道灯", "门禁", "门窗", "噪声",
        "停车", "充电", "消防通道", "消防设施", "垃圾", "异味", "污水", "河道", "虫害", "宠物", "绿化", "树木", "路面", "积水",
        "墙体", "高空抛物", "占道", "施工", "油烟", "违建", "健身设施", "儿童设施", "监控", "治安", "纠纷", "快递", "通信", "信箱",
        "卫生", "助老", "帮困", "托幼", "就医", "活动室", "适老化", "社保", "医保", "养老", "户籍", "证件", "物业费", "补贴",
        "教育", "办事", "宣传", "火情", "触电", "落水", "走失", "急病", "被困", "坠物", "暴力", "轻生", Other,
    ];

    /// <summary>The topic in the list's own letters, kept once however many tickets have it.</summary>
    public static string Known(string topic) => Names.TryGetValue(topic, out string? known) ? known : topic;

    private static readonly System.Collections.Frozen.FrozenDictionary<string, string> Names =
        System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(All, topic => topic, topic => topic);
}
