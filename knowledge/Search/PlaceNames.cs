namespace Knowledge.Search;

/// <summary>Provinces and well-known cities: a question about another place is not answered by the rules of this one.</summary>
internal static class PlaceNames
{
    private static readonly string[] Names = (
        "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 " +
        "甘肃 青海 宁夏 新疆 香港 澳门 台湾 石家庄 唐山 秦皇岛 邯郸 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 长治 临汾 运城 呼和浩特 包头 赤峰 沈阳 " +
        "大连 鞍山 抚顺 本溪 丹东 锦州 营口 长春 四平 通化 延边 哈尔滨 齐齐哈尔 牡丹江 佳木斯 大庆 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 " +
        "镇江 泰州 宿迁 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 合肥 芜湖 蚌埠 马鞍山 安庆 黄山 阜阳 六安 福州 厦门 莆田 泉州 漳州 " +
        "南昌 景德镇 九江 赣州 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 菏泽 郑州 开封 洛阳 安阳 新乡 焦作 许昌 南阳 " +
        "商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 荆州 荆门 孝感 黄冈 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 " +
        "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 东莞 中山 南宁 柳州 桂林 北海 海口 三亚 成都 自贡 攀枝花 泸州 德阳 绵阳 乐山 南充 " +
        "宜宾 贵阳 遵义 昆明 曲靖 玉溪 大理 丽江 拉萨 西安 咸阳 宝鸡 渭南 延安 汉中 榆林 兰州 天水 酒泉 西宁 银川 乌鲁木齐 喀什").Split(' ');

    public static IEnumerable<string> In(string folded) => Names.Where(name => folded.Contains(name, StringComparison.Ordinal));
}
