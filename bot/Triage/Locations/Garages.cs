using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

/// <summary>Underground: 地库B2 C区, B区车库, 负二层, and a zone known by its parked cars.</summary>
internal static partial class Garages
{
    public static LandmarkMatch? Next(string text, int from)
    {
        Match match = Pattern().Match(text, from);
        if (!match.Success)
        {
            return null;
        }
        int end = match.Index + match.Length;
        string? level = match.Groups["level"] is { Success: true } number ? $"负{number.Value}层" : null;
        string? zone = match.Groups["zone"] is { Success: true } letter ? $"{letter.Value.ToUpperInvariant()}区" : null;
        if (match.Groups["garage"].Success || match.Groups["parked"].Success)
        {
            return new($"地下车库{level}{zone}{match.Groups["ramp"].Value}", null, match.Index, end);
        }
        // "负二层冒水 C区最深": the zone may come a few words after the level
        zone ??= level is not null && Zone().Match(text, end) is { Success: true } later ? later.Value : null;
        return new(zone ?? "", level, match.Index, end);
    }

    [GeneratedRegex("""
          (?:(?<zone>[A-Za-z]\d?|(?<!\d)\d{1,2}|[东西南北])区[\s的]?|(?:负|地下|[Bb])(?<level>\d)[层楼]?[\s的]?){0,2}
          (?<garage>地库|地下(?:停?车[库场]|停车[库场])|(?<![自我你他她人你家私各])车库)
          (?:[\s的]?(?:(?:负|地下|[Bb])(?<level>\d)(?:[层楼]|(?![\d区]))|(?<zone>[A-Za-z]\d?|\d{1,2})区)){0,2}
          (?<ramp>[东西南北]?(?:出入口|入口|出口|进口|坡道))?
        | (?:(?<zone>[A-Z]\d?)区[\s的]?)?(?:负|地下|(?<![A-Za-z\d])[Bb])(?<level>\d)[层楼](?:[\s的]?(?<zone>[A-Z]\d?)区)?
        | (?<zone>[A-Z])区(?=.{0,6}(?<parked>车|充电|柱子))
        | (?<=^|[\s,。])(?<zone>[A-Z])区(?!\?)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<![A-Za-z])[A-Z]\d?区")]
    private static partial Regex Zone();
}
