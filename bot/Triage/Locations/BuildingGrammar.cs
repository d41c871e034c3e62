using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

/// <param name="Name">Normal form of the building; null when only a unit or room followed a dash.</param>
internal readonly record struct BuildingMatch(string Name, int Start, int End, string? Unit = null, string? Room = null);

/// <summary>The ways a building is written: 3栋, 36#, A座, 5-2-301, 28弄6号, 永福弄9号, 3到8号楼, 十一幢同十二幢之间.</summary>
internal static partial class BuildingGrammar
{
    public static IEnumerable<BuildingMatch> All(string text, DoorStyle style, bool nickname = false)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9') && !text.AsSpan().ContainsAny("座栋幢"))
        {
            yield break;
        }
        for (Match match = Pattern().Match(text); match.Success; match = match.NextMatch())
        {
            if (Read(text, match, style, nickname) is { } building)
            {
                yield return building;
            }
        }
    }

    private static BuildingMatch? Read(string text, Match match, DoorStyle style, bool nickname)
    {
        int end = match.Index + match.Length;
        if (match.Groups["a"].Success)
        {
            return Pair(match, end, style);
        }
        if (match.Groups["seata"] is { Success: true } seat)
        {
            return new($"{seat.Value.ToUpperInvariant()}座与{match.Groups["seatb"].Value.ToUpperInvariant()}座之间", match.Index, end);
        }
        if (match.Groups["dash"].Success)
        {
            return Dashed(text, match, end, nickname);
        }
        if (match.Groups["lane"] is { Success: true } lane)
        {
            return new($"{lane.Value}弄{match.Groups["lanedoor"].Value}", match.Index, end);
        }
        if (match.Groups["street"].Success)
        {
            return Street.Read(text, match, end);
        }
        if (match.Groups["letter"] is { Success: true } letter)
        {
            return new($"{letter.Value.ToUpperInvariant()}{(match.Groups["seat"].Success ? "座" : "号楼")}", match.Index, end);
        }
        string number = match.Groups["n"].Value.ToUpperInvariant().TrimStart('0');
        if (number.Length == 0)
        {
            return null;
        }
        return match.Groups["word"].Value switch
        {
            "号院" => Yard(text, number, match.Index, end),
            "号" => Doorplate.Read(text, number, match.Index, end, style, nickname),
            "号楼" when style == DoorStyle.Doorplates => new($"{number}号", match.Index, end - 1),
            _ => new($"{number}号楼", match.Index, end),
        };
    }

    private static BuildingMatch Yard(string text, string number, int start, int end) =>
        InYard().Match(text, end) is { Success: true } inside
            ? new($"{number}号院{inside.Groups[1].Value}号楼", start, end + inside.Length)
            : new($"{number}号院", start, end);

    [GeneratedRegex(@"\G[\s\-]?(\d{1,3})(?:号楼|栋|幢|#)")]
    private static partial Regex InYard();

    private static BuildingMatch? Pair(Match match, int end, DoorStyle style)
    {
        string word = match.Groups["pairword"].Value switch
        {
            "号" when style != DoorStyle.Buildings => "号",
            "号楼" when style == DoorStyle.Doorplates => "号",
            "号院" => "号院",
            _ => "号楼",
        };
        if (match.Groups["more"].Success)
        {
            return List(match, end, word);
        }
        string a = match.Groups["a"].Value.TrimStart('0');
        string b = match.Groups["b"].Value.TrimStart('0');
        if (match.Groups["between"].Success)
        {
            return a == b ? null : new($"{a}{word}与{b}{word}之间", match.Index, end);
        }
        bool rising = a.Length < b.Length || (a.Length == b.Length && string.CompareOrdinal(a, b) < 0);
        return rising ? new($"{a}-{b}{word}", match.Index, end) : null;
    }

    /// <summary>3、4、5号楼 is a range; a list with gaps has no normal form, its first building stands for it.</summary>
    private static BuildingMatch List(Match match, int end, string word)
    {
        int[] numbers = [.. $"{match.Groups["a"].Value}{match.Groups["more"].Value}".Split('、', ',').Select(int.Parse)];
        bool consecutive = numbers.Zip(numbers.Skip(1), (x, y) => y - x).All(step => step == 1);
        return new(consecutive ? $"{numbers[0]}-{numbers[^1]}{word}" : $"{numbers[0]}{word}", match.Index, end);
    }

    private static BuildingMatch? Dashed(string text, Match match, int end, bool nickname)
    {
        string building = match.Groups["dash"].Value.TrimStart('0');
        Group room = match.Groups["dashroom"];
        string? unit = match.Groups["dashunit"] is { Success: true, Value: var u } ? $"{u.TrimStart('0')}单元" : null;
        if (building.Length == 0 || (room.Success && !RoomNumber.IsPlausible(room.ValueSpan, apart: false)))
        {
            return null;
        }
        if (unit is null || !room.Success)
        {
            // 8-12点, 3-5斤, 2-1领先: a measure makes it an amount
            bool amount = end < text.Length && Measure().IsMatch(text, end);
            if (amount && !nickname)
            {
                return null;
            }
        }
        string name = char.IsAsciiLetter(building[0]) && building.Length == 1 ? $"{building.ToUpperInvariant()}座" : $"{building.ToUpperInvariant()}号楼";
        return new(name, match.Index, end, unit, room.Success ? $"{room.Value}室" : null);
    }

    [GeneratedRegex(@"\G(?:[个天点月日年周次人岁度折分秒块元蚊斤两米倍杯瓶件只袋箱批种条%公克千万百位名家户口声期级节比赢输胜领平小时半克吨度根张本套组台辆]|[楼层](?![道梯])|号(?!楼))")]
    private static partial Regex Measure();

    [GeneratedRegex("""
          (?<![A-Za-z\d])(?<seata>[A-Za-z])座?[\s的]?[和跟同与搭、]\s?(?<seatb>[A-Za-z])座(?:[的嘅格个]|那个)?(?:之间|中间|当中|当间儿?|夹缝|夹道|夹空)
        | (?<!\d|\d[.:])(?<a>\d{1,3})(?:号楼|栋|幢|座|\#|号院?)?(?:[\s的]?[和跟同与搭、,及]\s?|\s|(?<=[楼栋幢座\#号院]))(?<b>\d{1,3})(?<pairword>号楼|栋|幢|座|\#|号院|号)楼?(?:[的嘅格个]|那个)?(?<between>之间|中间|当中|当间儿?|夹缝|夹道|夹空)
        | (?<!\d|\d[.:]|-)(?<a>\d{1,3})(?<more>(?:[、,]\d{1,3}){1,9})(?:和)?(?<pairword>号楼|栋|幢|座(?!位)|\#|号院)
        | (?<!\d|\d[.:]|-)(?<a>\d{1,3})(?:号楼|栋|幢|座|\#)?[到至\-~](?<b>\d{1,3})(?<pairword>号楼|栋|幢|座(?!位)|号院)
        | (?<![\d:.~/A-Za-z+]|[\dA-Za-z]-)(?<dash>[A-Za-z]?\d{1,3}|[A-Za-z])(?:栋|幢|\#|号楼)?[\-._·/](?:(?<dashunit>\d{1,2}|[东中西南北甲乙丙丁])(?:单元|梯)?(?:[\-._·/](?<dashroom>\d{3,4})(?![\d%]))(?!\-)|(?<=[\-])(?:(?<dashroom>\d{3,4})|(?<dashunit>[1-9]|[东中西甲乙丙](?![\u4e00-\u9fff]))(?:单元|门洞|梯)?)(?![\d:.%/~A-Za-z+]|-(?!\d{1,2}[楼层])))
        | (?<!\d)(?<lane>\d{1,4})弄(?!堂)(?:(?<lanedoor>\d{1,4}号)(?!楼))?
        | (?<street>[巷弄街路里坊坡道埂堰湾村桥]|胡同)(?<number>\d{1,4}号(?![线楼]|[和跟同与、到]\d))(?<yard>院(?!子))?
        | (?<![A-Za-z\d])(?<letter>[A-Za-z])(?:(?<seat>座)(?![位谈机套垫])|[栋幢]|号楼)
        | (?<!\d|\d[.:]|月)(?<n>[A-Za-z]?\d{1,3})(?<word>号楼|[栋幢](?!楼(?![下道顶梯上前后底门里间内])|别墅|房|高)|座(?!位|山|桥|城|大|塔|车|商务|的?车|\s?SUV|以上|房)|\#楼?|号院(?!子)|楼(?=[\s\-]?(?:\d{1,2}|[东中西甲乙])(?:单元|门洞))|号)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();
}
