using System.Text.RegularExpressions;

namespace Bot.Ai.Masking;

/// <summary>Rooms; the building, the unit and the floor stay, for they tell one matter from another. Expects folded text.</summary>
internal static partial class RoomMasks
{
    public static string Apply(string text)
    {
        string masked = InNickname().Replace(text, "$1某室");
        masked = AfterBuilding().Replace(masked, "$1某室");
        masked = Named().Replace(masked, "某室$1");
        return Spoken().Replace(masked, "某室$1");
    }

    // 12-2-301, 6-东-402, 3#502, 7/1/1203, 2栋-1101
    [GeneratedRegex(@"((?<![0-9])[0-9]{1,3}(?:号楼|号院|栋|幢|座|[#\-—–_/.])[\s\-—–_/]?(?:(?:[0-9]{1,2}|[东西南北中A-Za-z])(?:单元|梯|门|[\-—–_/.#])?[\s\-—–_/]?)?)(?<![0-9])[0-9]{3,4}(?:室|号房|户|房)?(?![0-9年月日点:：元块%度])")]
    private static partial Regex InNickname();

    [GeneratedRegex(@"((?:号楼|栋|幢|座|单元|号院|层|楼|弄|号)(?:[东西南北])?[\s,，\-—]?)[0-9]{3,4}(?:室|号房|户|房)?(?![0-9年月日点:：元块%度人])")]
    private static partial Regex AfterBuilding();

    [GeneratedRegex(@"(?<![0-9])[0-9]{3,4}\s?(?:室|号房|房间|户|房|住户|业主)()")]
    private static partial Regex Named();

    // 402家, 楼上1203, 301的邻居
    [GeneratedRegex(@"(?<![0-9.〔])[0-9]{3,4}(?=(?:家|那家|那户|这家|这户|的?(?:邻居|老人|大爷|大妈|阿姨|奶奶|爷爷|租户|房东|住户|业主|人家)))()|(?<=楼上|楼下|隔壁|对门|我家|我住|住在?|家住)\s?[0-9]{3,4}(?![0-9年月日点:：元块%度])()")]
    private static partial Regex Spoken();
}
