using System.Text.RegularExpressions;
using Bot.Grids;

namespace Bot.Triage.Locations;

/// <summary>The written form of a place, and the way back from it to the parts.</summary>
internal static partial class NormalForm
{
    public static string? Prefix(Place place)
    {
        if (!place.ShowsCompound || place.Compound is not { Length: > 0 } name)
        {
            return null;
        }
        // 福安巷 + 巷尾 is written 福安巷尾
        bool overlaps = place is { IsLandmark: true, Floor: null, Facility: { Length: 2 } end } && "口尾头底".Contains(end[1]) && name[^1] == end[0];
        return overlaps ? name[..^1] : name;
    }

    public static Place Parse(string normalForm, CommunityDirectory directory, string? group)
    {
        string? own = group is null ? null : directory.Groups.GetValueOrDefault(group);
        string? shown = ShownCompound(normalForm, directory);
        string rest = shown is null ? normalForm : normalForm[shown.Length..];
        if (shown is not null && LaneEnd().IsMatch(rest))
        {
            rest = shown[^1] + rest;
        }
        Match parts = Parts().Match(rest);
        return new Place
        {
            Compound = shown ?? own,
            ShowsCompound = shown is not null,
            Building = Value(parts, "building"),
            Unit = Value(parts, "unit"),
            Floor = Value(parts, "floor"),
            Room = Value(parts, "room"),
            Facility = Value(parts, "facility"),
        };
    }

    private static string? ShownCompound(string text, CommunityDirectory directory)
    {
        if (text.Contains('与'))
        {
            return directory.Compounds.Select(c => c.Name).FirstOrDefault(n => text.StartsWith(n, StringComparison.Ordinal) && text.IndexOf('与') > n.Length);
        }
        string? known = directory.Compounds.Select(c => c.Name).Where(n => text.StartsWith(n, StringComparison.Ordinal)).MaxBy(n => n.Length);
        return known ?? (UnknownCompound().Match(text) is { Success: true } match ? match.Groups[1].Value : null);
    }

    private static string? Value(Match match, string group) =>
        match.Groups[group] is { Success: true, Length: > 0 } part ? part.Value : null;

    [GeneratedRegex(@"^(?<building>\d{1,4}-\d{1,4}号(?:楼|院)?|.{1,24}?与.{1,24}?之间|[A-Za-z]?\d{1,4}号楼|[A-Z]号楼|\d{1,4}号(?:院(?!子)(?:\d{1,3}号楼)?|(?!门(?!口)|桩))|\d{1,4}弄(?:\d{1,4}号(?:院)?)?|[A-Z]座|\p{IsCJKUnifiedIdeographs}{1,8}\d{1,4}号院?)?(?<unit>(?:\d{1,2}|[东中西南北甲乙丙丁])单元|[A-Z]座)?(?<floor>负?\d{1,2}层|顶层)?(?<room>\d{3,4}室|[东西中南北]户)?(?<facility>.*)$", RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^[口尾头底]$")]
    private static partial Regex LaneEnd();

    /// <summary>A name in front of "3号楼" is a compound even when the directory has forgotten it.</summary>
    [GeneratedRegex(@"^(\p{IsCJKUnifiedIdeographs}{2,12}?)(?:[A-Z]?\d{1,4}(?:-\d{1,4})?号楼|[A-Z]座)")]
    private static partial Regex UnknownCompound();
}
