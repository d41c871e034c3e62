using System.Text.RegularExpressions;

namespace Bot.Grids;

/// <summary>How places of the directory are written: as in a ticket's location, so that the two can be compared.</summary>
public static partial class PlaceNames
{
    private const string Doorplates = "doorplates";
    private const string Numerals = "零一二三四五六七八九";

    /// <summary>What a building written by hand means: ３６, 36栋, 三十六幢 → 36号楼. What is none comes back as it was, trimmed.</summary>
    public static string UsualBuilding(string text, string style)
    {
        string plain = Plain(text);
        return Numbered().Match(plain) is { Success: true } match ? Number(match) + Word(match, style) : plain;
    }

    /// <summary>2, 二, 2梯, 东门洞 → 2单元, 东单元.</summary>
    public static string UsualUnit(string text)
    {
        string plain = Digits(HalfWidth(text.Trim()));
        return Unit().Match(plain) is { Success: true } match ? $"{match.Groups["n"].Value}单元" : plain;
    }

    /// <summary>A building as the whole community calls it: 锦绣苑1号楼; a doorplate already bears its street.</summary>
    public static string Full(string compound, string building) =>
        building.StartsWith(compound, StringComparison.Ordinal) ? building : compound + building;

    /// <summary>Whether <paramref name="place"/> is <paramref name="area"/> or lies in it: 3号 covers 3号2单元, not 3号院.</summary>
    public static bool Covers(string area, string place) =>
        place.StartsWith(area, StringComparison.Ordinal) && (place.Length == area.Length || area[^1] != '号' || place[area.Length] is not ('楼' or '院'));

    /// <summary>Narrow signs and digits, without spaces: what was probably meant by ３ 6 or 三十六.</summary>
    public static string Plain(string text) => Digits(HalfWidth(text.Trim()).Replace(" ", "", StringComparison.Ordinal));

    public static bool IsPhone(string text) => DirectoryRules.IsPhone(text);

    // string.Normalize leaves full-width signs alone in the invariant culture
    public static string HalfWidth(string text) =>
        string.Concat(text.Select(sign => sign is >= '！' and <= '～' ? (char)(sign - '！' + '!') : sign == '　' ? ' ' : sign));

    private static string Number(Match match) => match.Groups["n"].Value.ToUpperInvariant().TrimStart('0');

    private static string Word(Match match, string style) => (match.Groups["word"].Value, style) switch
    {
        ("座", _) when char.IsAsciiLetter(match.Groups["n"].Value[^1]) => "座",
        ("" or "号" or "号楼", Doorplates) => "号",
        _ => "号楼",
    };

    private static string Digits(string text) => Chinese().Replace(text, match => Value(match.Value) is { } number ? $"{number}" : match.Value);

    // up to 九十九: no one writes more in characters
    private static int? Value(string words)
    {
        int ten = words.IndexOf('十');
        if (ten < 0) { return words.Length == 1 ? Numerals.IndexOf(words[0]) : null; }
        int tens = ten == 0 ? 1 : Numerals.IndexOf(words[ten - 1]);
        int ones = ten == words.Length - 1 ? 0 : Numerals.IndexOf(words[ten + 1]);
        return ten <= 1 && words.Length - ten <= 2 ? tens * 10 + ones : null;
    }

    [GeneratedRegex("[零一二三四五六七八九十]+(?=[栋幢座号楼#单梯门]|$)")]
    private static partial Regex Chinese();

    [GeneratedRegex("^(?<n>[A-Za-z]?[0-9]{1,4}|[A-Za-z])(?<word>|号楼|号|栋楼|幢楼|栋|幢|座|楼|#楼|#)$")]
    private static partial Regex Numbered();

    [GeneratedRegex("^(?<n>[0-9]{1,2}|[东中西南北甲乙丙丁])(?:单元|梯|门洞|门)?$")]
    private static partial Regex Unit();
}
