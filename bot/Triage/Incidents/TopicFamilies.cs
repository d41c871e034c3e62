using System.Collections.Frozen;

namespace Bot.Triage.Incidents;

/// <summary>Topics that people mistake for one another: one burst pipe is told as 漏水, 水管 and 积水.</summary>
internal static class TopicFamilies
{
    private static readonly string[] Families =
    [
        "漏水 停水 水质 水管 污水 积水 河道", "污水 异味 垃圾 卫生 油烟", "停电 电路 触电 充电", "燃气 火情 异味", "油烟 火情 电路", "楼道灯 路灯 电路 停电",
        "门禁 门窗", "噪声 施工 纠纷", "垃圾 卫生 占道 消防通道", "停车 充电 消防通道", "虫害 宠物", "绿化 树木", "墙体 坠物 高空抛物 门窗 树木",
        "路面 积水 污水", "健身设施 儿童设施 活动室", "监控 治安 暴力 纠纷", "助老 帮困 就医 急病 适老化 养老", "被困 电梯", "快递 信箱", "暖气 水管 漏水",
    ];

    private static readonly FrozenDictionary<string, uint> Bits = Families
        .SelectMany((topics, family) => topics.Split(' ').Select(topic => (topic, bit: 1u << family)))
        .GroupBy(pair => pair.topic).ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.Aggregate(0u, (bits, pair) => bits | pair.bit));

    public static bool Share(string left, string right) =>
        (Bits.GetValueOrDefault(left) & Bits.GetValueOrDefault(right)) != 0;
}
