using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

/// <summary>What follows a building: unit, floor, room, side or facility, in this order and each of them optional.</summary>
internal readonly partial record struct PlaceTail(string? Unit, string? Floor, string? Room, string? Facility, int End)
{
    public bool IsEmpty => (Unit ?? Floor ?? Room ?? Facility) is null;

    public static PlaceTail Read(string text, int position)
    {
        Match match = Pattern().Match(text, position);
        string? room = RoomNumber.Normal(match.Groups["room"], match.Groups["sep"].Length > 0);
        if (room is null && match.Groups["room"].Success)
        {
            int cut = match.Groups["roompart"].Index;
            return new(UnitOf(match), FloorOf(match), null, null, cut);
        }
        room ??= match.Groups["door"].Success ? match.Groups["door"].Value[0] + "户" : null;
        string? floor = match.Groups["room"].Success ? null : FloorOf(match);
        return new(UnitOf(match), floor, room, FacilityOf(match), match.Index + match.Length);
    }

    private static string? UnitOf(Match match) =>
        match.Groups["unit"] is { Success: true } number ? $"{number.Value.TrimStart('0')}单元"
        : match.Groups["side"] is { Success: true } side ? $"{side.Value}单元"
        : match.Groups["seat"] is { Success: true } seat ? $"{char.ToUpperInvariant(seat.Value[0])}{seat.Value[1..]}"
        : null;

    private static string? FloorOf(Match match) =>
        match.Groups["below"] is { Success: true } below ? $"负{below.Value}层"
        : match.Groups["floor"] is { Success: true } floor ? $"{floor.Value.TrimStart('0')}层"
        : match.Groups["ground"].Success ? "1层"
        : match.Groups["top"].Success ? "顶层"
        : null;

    private static string? FacilityOf(Match match) =>
        match.Groups["flank"] is { Success: true } flank ? $"{flank.Value}侧"
        : match.Groups["gate"].Success ? "门口"
        : match.Groups["roof"].Success ? "楼顶"
        : match.Groups["beside"].Success ? "旁边"
        : match.Groups["garage"].Success ? "地下车库"
        : match.Groups["kept"] is { Success: true } kept ? kept.Value
        : null;

    [GeneratedRegex("""
        \G
        (?:[\s\-的嘅格,]{0,2}(?:
            (?<unit>\d{1,2})(?:单元|梯(?!\d?户|[次队田])|门洞|门(?![口卫禁诊铃锁窗面外前后店]))
          | (?<side>[东中西南北甲乙丙丁])(?:单元|梯|门洞|(?=\s?\d{3,4}(?!\d)))
          | (?<side>中)门(?!口)
          | (?<unit>\d{1,2})(?=-\d{3,4}(?!\d))
          | (?<seat>[A-Za-z](?:座(?!位)|单元))
        ))?
        (?:[\s\-的嘅格,]{0,2}(?:
            (?:负|地下|[Bb])(?<below>\d)(?:[层楼]|(?![\dA-Za-z号栋幢座单梯区个室]))
          | (?<floor>\d{1,2})(?:楼(?![道梯下])|层)
          | (?<ground>底[楼层])
          | (?<top>顶[楼层])
        ))?
        (?<roompart>(?<sep>[\s\-的嘅,]{0,2})(?:(?<room>\d{3,4})(?!\d)(?:号?室|号?房(?![东子租]))?(?![元块年点米斤个万度岁次天分秒%:.]|多[块个人年])|(?<door>[东中西南北]户)))?
        (?:[\s的嘅格]?(?:那个|嗰个|个)?(?:
            (?<gate>(?:楼栋|单元|楼|大|厝|家)?门(?:口|前(?!天)|外))
          | (?<roof>楼顶|天台|屋顶)
          | (?<flank>东南|西南|东北|西北|[东西南北前后])(?:头|面(?!条)|边|侧|山?墙|向|首|角|方|端)
          | 朝(?<flank>[东西南北])
          | 跟(?<flank>前)
          | [背屁](?:股)?(?<flank>后)(?:头|面|边)?
          | 楼?(?<flank>[前后])(?![天年台门院脚来些几续悔期半])
          | (?<beside>旁(?:边|侧)?|边浪|边上)
          | (?<garage>地库|地下(?:停)?车库|地下停车(?:库|场))
          | (?<kept>大厅|大堂|门厅|架空层|底商|对面|凉亭|车棚|后门|前门|灶披间|亭子间|阁楼?|连廊|小花园|花园)
          | (?:楼道|楼梯[间口]?|扶梯[间口]?|楼里头?|楼内|里[面头]?|楼下|楼浪)
        ))?
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
