using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

/// <summary>Parts of a place that stand without their building: 三单元, 在9楼, 302漏水, 应该是1102那户.</summary>
internal static partial class Fragments
{
    public static FoundPlace? Find(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && !text.AsSpan().ContainsAny("顶元洞"))
        {
            return null;
        }
        Place place = new();
        int start = int.MaxValue;
        int end = 0;
        for (Match match = Pattern().Match(text); match.Success; match = match.NextMatch())
        {
            Place part = Read(match);
            if (part.IsEmpty || Remarks.IsDenied(text, match.Index) || !place.IsCompatibleWith(part))
            {
                continue;
            }
            place = place.Merge(part);
            start = Math.Min(start, match.Index);
            end = match.Index + match.Length;
        }
        return place.IsEmpty ? null : new(place, start, end);
    }

    private static Place Read(Match match)
    {
        string? unit = match.Groups["unit"] is { Success: true } u ? $"{u.Value}单元" : null;
        string? room = RoomNumber.Normal(match.Groups["room"], apart: true);
        string? floor = match.Groups["floor"] is { Success: true } f ? $"{f.Value}层" : match.Groups["top"].Success ? "顶层" : null;
        string? facility = match.Groups["gate"].Success && unit is not null ? "门口" : null;
        return new Place { Unit = unit, Floor = room is null ? floor : null, Room = room, Facility = facility };
    }

    [GeneratedRegex("""
          (?<![\d每各第几壁\-])(?<unit>\d{1,2}|(?<![\u4e00-\u9fff])[东中西甲乙丙])(?:单元|门洞|梯(?!\d?户|[次队]))
            (?:[\s的\-]{0,2}(?<floor>\d{1,2})[楼层](?!以|到))?(?:[\s的\-]{0,2}(?<room>\d{3,4})(?!\d|[元块年点米]))?(?<gate>门口)?
        | (?:(?<=^|[\s,。!?;、])|(?<=[在住卡喺於是系]))(?<floor>\d{1,2})[楼层](?!以|往|[到至\-~啊呀呐呢高都道和跟同与]|的楼|\d|不同意)
        | (?:^|(?<=[\s,。!?;、]))(?<top>顶[楼层])
        | (?:^|(?<=[\s,。是在住]))(?<room>\d{3,4})(?:室|(?=把|那[户家]|这[户家]|住户|户|家|漏|总阀|阳台|的?(?:老[人太头奶爷]|阿[婆公姨伯]|邻居)))
        | ^(?<room>\d{3,4})$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
