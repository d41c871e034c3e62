using Bot.Tickets;
using Bot.Triage;

namespace Bot.Open311;

/// <summary>A kind of matter that can be read and filed. Its code never changes: other systems keep it.</summary>
internal sealed record Service(string Code, string Topic, Category Category)
{
    /// <summary>Whatever is none of the others: what it is follows from its words.</summary>
    public const string OtherCode = "other";

    // What is no business of the group (quarrels, illness, hardship) is none of other systems either, and people in danger need 110, 119, 120
    public static readonly IReadOnlyList<Service> All =
    [
        Living("lift", "电梯"), Living("leak", "漏水"), Living("water-outage", "停水"), Living("water-quality", "水质"), Living("water-pipe", "水管"),
        Living("power-outage", "停电"), Living("wiring", "电路"), Living("gas", "燃气"), Living("heating", "暖气"), Living("street-light", "路灯"),
        Living("corridor-light", "楼道灯"), Living("door-access", "门禁"), Living("doors-windows", "门窗"), Living("noise", "噪声"),
        Living("parking", "停车"), Living("charging", "充电"), Living("fire-lane", "消防通道"), Living("fire-equipment", "消防设施"),
        Living("road-surface", "路面"), Living("standing-water", "积水"), Living("wall", "墙体"), Living("thrown-objects", "高空抛物"),
        Living("loose-objects", "坠物"), Living("building-works", "施工"), Living("illegal-building", "违建"), Living("fitness-equipment", "健身设施"),
        Living("playground", "儿童设施"), Living("cameras", "监控"), Living("public-order", "治安"), Living("parcels", "快递"),
        Living("telecom", "通信"), Living("mailbox", "信箱"), Living("activity-room", "活动室"), Living("accessibility", "适老化"),
        Outdoors("rubbish", "垃圾"), Outdoors("smell", "异味"), Outdoors("sewage", "污水"), Outdoors("waterway", "河道"), Outdoors("pests", "虫害"),
        Outdoors("pets", "宠物"), Outdoors("greenery", "绿化"), Outdoors("trees", "树木"), Outdoors("obstruction", "占道"),
        Outdoors("cooking-fumes", "油烟"), Outdoors("cleaning", "卫生"), Living(OtherCode, Topics.Other),
    ];

    /// <summary>The topics that are read here; nothing else is public.</summary>
    public static readonly IReadOnlyList<string> Public = [.. All.Select(service => service.Topic)];

    private static readonly Dictionary<string, Service> ByCode = All.ToDictionary(service => service.Code, StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, Service> ByTopic = All.ToDictionary(service => service.Topic, StringComparer.Ordinal);

    public bool IsOther => Code == OtherCode;

    public static Service? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    public static Service? Of(string topic) => ByTopic.GetValueOrDefault(topic);

    private static Service Living(string code, string topic) => new(code, topic, Category.Living);

    private static Service Outdoors(string code, string topic) => new(code, topic, Category.Environment);
}
