namespace Bot.Tickets;

/// <summary>Tells the sort of an emergency: by a topic that is one, else by the words, else by an ordinary topic.</summary>
public static class EmergencySorts
{
    private static readonly Dictionary<string, EmergencySort> EmergencyTopics = new()
    {
        ["火情"] = EmergencySort.Fire,
        ["燃气"] = EmergencySort.Gas,
        ["触电"] = EmergencySort.Electric,
        ["落水"] = EmergencySort.Water,
        ["走失"] = EmergencySort.Missing,
        ["急病"] = EmergencySort.Medical,
        ["坠物"] = EmergencySort.Collapse,
        ["暴力"] = EmergencySort.Violence,
        ["轻生"] = EmergencySort.Suicide,
    };

    private static readonly (string[] Words, EmergencySort Sort)[] Words =
    [
        (["想不开", "自杀", "轻生", "跳楼", "割腕", "不想活"], EmergencySort.Suicide),
        (["煤气", "燃气", "天然气", "一氧化碳", "瓦斯"], EmergencySort.Gas),
        (["着火", "起火", "失火", "火烧", "烧起来", "浓烟", "冒烟", "火苗", "爆炸"], EmergencySort.Fire),
        (["触电", "漏电", "电线掉", "电线断", "电到人", "被电"], EmergencySort.Electric),
        (["落水", "溺水", "掉河", "掉进河", "掉水里", "掉湖", "掉进湖", "掉塘"], EmergencySort.Water),
        (["走失", "走丢", "不见了", "失踪", "找不到人"], EmergencySort.Missing),
        (["拿刀", "砍人", "打人", "家暴", "持刀", "打起来"], EmergencySort.Violence),
        (["塌", "倒了", "掉下来", "砸", "坠落", "脱落"], EmergencySort.Collapse),
        (["晕", "昏", "倒地", "抽搐", "没反应", "不省人事", "喘不上", "胸口", "流血", "敲门没人", "没人应"], EmergencySort.Medical),
    ];

    private static readonly Dictionary<string, EmergencySort> OrdinaryTopics = new()
    {
        ["电梯"] = EmergencySort.Lift,
        ["被困"] = EmergencySort.Trapped,
        ["充电"] = EmergencySort.Fire,
        ["电路"] = EmergencySort.Electric,
        ["停电"] = EmergencySort.Electric,
        ["河道"] = EmergencySort.Water,
        ["助老"] = EmergencySort.Medical,
        ["就医"] = EmergencySort.Medical,
        ["高空抛物"] = EmergencySort.Collapse,
        ["墙体"] = EmergencySort.Collapse,
        ["树木"] = EmergencySort.Collapse,
        ["纠纷"] = EmergencySort.Violence,
        ["治安"] = EmergencySort.Violence,
    };

    public static EmergencySort Of(string topic, string text)
    {
        if (EmergencyTopics.TryGetValue(topic, out EmergencySort sort)) { return sort; }
        if (topic is "电梯" or "被困" && text.Contains("电梯", StringComparison.Ordinal)) { return EmergencySort.Lift; }
        if (topic == "被困") { return EmergencySort.Trapped; }
        foreach ((string[] words, EmergencySort said) in Words)
        {
            if (words.Any(word => text.Contains(word, StringComparison.Ordinal))) { return said; }
        }
        return OrdinaryTopics.GetValueOrDefault(topic);
    }
}
