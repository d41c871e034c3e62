using System.Text.RegularExpressions;

namespace Knowledge.Search;

/// <summary>Compounds, streets and districts that a question names, told by how their names end.</summary>
internal static partial class LocalNames
{
    // words that stand before a name and are no part of it
    private static readonly char[] SmallWords = [.. "的在到我你他她它们去来是有哪个这那本外全对上跟咱俺从住搬让给向往回了着过又条在于和与及为从往进出老小大好里头边叫说听问请帮替被租前能办"];

    private static readonly HashSet<string> Common =
    [
        .. ("幼儿园 公园 花园 家园 乐园 校园 庄园 城市 超市 菜市 夜市 门市 股市 楼市 马路 公路 道路 铁路 线路 电路 短路 半路 一路 环路 走路 社区 小区 校区 景区 厂区 地区 山区 "
            + "城区 市区 郊区 片区 院区 病区 辖区 专区 分区 全市 本市 外省 本省 街道 大街 农村 乡村 县城 省城 进城 商城 老乡 家乡 下乡 政府 客厅 家庭 法庭 开庭 出庭 村庄 作坊").Split(' '),
    ];

    public static char[] Small => SmallWords;

    public static IEnumerable<string> In(string folded)
    {
        foreach (Match match in Names().Matches(folded))
        {
            string name = match.Value.TrimStart(SmallWords);
            if (name.Length >= match.Groups[1].Length + 2 && !Common.Any(common => name.EndsWith(common, StringComparison.Ordinal))) { yield return name; }
        }
    }

    [GeneratedRegex("[\u4e00-\u9fff]{2,3}?(新村|宿舍|公寓|[苑园湾城路街巷坊庄府庭县区镇乡村市省])(?!里)")]
    private static partial Regex Names();
}
