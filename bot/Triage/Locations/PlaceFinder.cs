using System.Text.RegularExpressions;
using Bot.Grids;

namespace Bot.Triage.Locations;

internal readonly record struct FoundPlace(Place Place, int Start, int End);

/// <summary>Finds the buildings and landmarks a text names; knows the group it was said in, and the compound of a nickname.</summary>
internal sealed partial class PlaceFinder(Compounds compounds, string group)
{
    private readonly Compound? _own = compounds.Of(group);
    private readonly bool _communityWide = compounds.IsCommunityWide(group);

    public Place Bare => new() { Compound = _own?.Name };

    public bool IsCommunityWide => _communityWide;

    public IEnumerable<FoundPlace> Buildings(string text, Compound? sendersCompound, bool nickname = false)
    {
        CompoundMention? anywhere = compounds.First(text);
        Compound? usual = _own ?? anywhere?.Compound ?? (_communityWide ? sendersCompound : null);
        DoorStyle style = Style(usual);
        if (anywhere is { } named && Compounds.StyleOf(named.Compound) == DoorStyle.Doorplates)
        {
            style = DoorStyle.Doorplates;
        }
        foreach (BuildingMatch match in BuildingGrammar.All(text, style, nickname))
        {
            CompoundMention? before = NamedIn(match) ?? compounds.Before(text, match.Start);
            string name = compounds.First(match.Name) is { } inside ? match.Name[inside.End..] : match.Name;
            bool between = name.EndsWith("之间", StringComparison.Ordinal);
            PlaceTail tail = match.Room is null ? PlaceTail.Read(text, match.End) : PlaceTail.Read(text, match.End) with { Unit = null, Floor = null, Room = null };
            Place place = Locate(before?.Compound ?? anywhere?.Compound, sendersCompound) with
            {
                Building = name,
                Unit = match.Unit ?? tail.Unit,
                Floor = tail.Floor,
                Room = match.Room ?? tail.Room,
                Facility = tail.Facility ?? (between ? null : Landmarks.At(text, tail.End)?.Name),
            };
            int end = Math.Max(tail.End, place.Facility is not null && tail.Facility is null ? Landmarks.At(text, tail.End)!.Value.End : 0);
            yield return new(place, Math.Min(match.Start, before?.Start ?? match.Start), end);
        }
    }

    public FoundPlace? Landmark(string text, Compound? sendersCompound)
    {
        if (Landmarks.First(text) is not { } found || BetweenCompounds(text) is not null)
        {
            return null;
        }
        CompoundMention? before = compounds.Before(text, found.Start);
        Compound? named = before?.Compound ?? compounds.First(text)?.Compound;
        // 文化广场 belongs to everybody, a gate or a garage to one compound
        bool ofCompound = found.Name.Contains('门') || found.Name.StartsWith("地下", StringComparison.Ordinal) || found.Floor is not null;
        Place place = Locate(named, ofCompound ? sendersCompound : null) with
        {
            Floor = found.Floor ?? (FloorBefore().Match(text[..found.Start]) is { Success: true } floor ? $"{floor.Groups[1].Value}层" : null),
            Facility = found.Name.Length > 0 ? found.Name : null,
        };
        return new(place, before?.Start ?? found.Start, found.End);
    }

    /// <summary>金塘新村同侨兴苑中间 is a place of its own.</summary>
    public FoundPlace? BetweenCompounds(string text)
    {
        if (compounds.First(text) is not { } a || compounds.First(text, a.End) is not { } b || b.Start - a.End > 2 || a.Compound == b.Compound)
        {
            return null;
        }
        string[] between = ["之间", "中间", "当中", "当间"];
        int at = between.Select(w => text.IndexOf(w, b.End, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(int.MaxValue).Min();
        return at - b.End > 2 ? null : new(new Place { Building = $"{a.Compound.Name}与{b.Compound.Name}之间" }, a.Start, at + 2);
    }

    /// <summary>A lane's own ends (福安巷尾), or in the community-wide group a whole compound.</summary>
    public FoundPlace? WholeCompound(string text)
    {
        if (compounds.First(text) is not { } named)
        {
            return null;
        }
        Place place = Locate(named.Compound, null);
        char last = named.Compound.Name[^1];
        if (last is '巷' or '弄' or '街' && named.End < text.Length && text[named.End] is '口' or '尾' or '头' or '底' && text[named.End - 1] == last)
        {
            return new(place with { Facility = $"{last}{text[named.End]}" }, named.Start, named.End + 1);
        }
        return place.ShowsCompound && _communityWide ? new(place, named.Start, named.End) : null;
    }

    [GeneratedRegex(@"(\d{1,2})[楼层]的?$")]
    private static partial Regex FloorBefore();

    private DoorStyle Style(Compound? usual) => usual is not null && compounds.IsKnown(usual) ? Compounds.StyleOf(usual) : DoorStyle.Unknown;

    private Place Locate(Compound? named, Compound? sendersCompound)
    {
        Compound? compound = named ?? _own ?? (_communityWide ? sendersCompound : null);
        return new Place { Compound = compound?.Name, ShowsCompound = compound is not null && compound.Name != _own?.Name };
    }

    private CompoundMention? NamedIn(BuildingMatch match) =>
        compounds.First(match.Name) is { } inside && !match.Name.EndsWith("之间", StringComparison.Ordinal)
            ? inside with { Start = match.Start + inside.Start, End = match.Start + inside.End } : null;
}
