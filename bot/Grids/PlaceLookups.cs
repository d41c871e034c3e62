using System.Text.RegularExpressions;

namespace Bot.Grids;

/// <summary>From a place to those who look after it, and from a matter to those outside who can help.</summary>
public static partial class PlaceLookups
{
    /// <summary>
    /// The grid and micro-grid that own the place; where none does, the only grid of its compound; else that of the group.
    /// So a matter of 12号楼 told in the community-wide group comes to the lead of 12号楼.
    /// </summary>
    /// <param name="location">In normal form, as on a ticket; null when unknown.</param>
    public static Charge ChargeOf(this CommunityDirectory directory, string group, string? location)
    {
        if (directory.CompoundAt(group, location) is not { } compound || FullPlace(compound, location) is not { } place)
        {
            return new Charge(directory.GridOf(group), MicroGrid: null);
        }
        (Grid Grid, MicroGrid? Micro, string Place)[] owners = [.. directory.Grids
            .SelectMany(grid => grid.Places.Select(owned => (Grid: grid, Micro: (MicroGrid?)null, Place: owned))
                .Concat(grid.MicroGrids.SelectMany(micro => micro.Places.Select(owned => (Grid: grid, Micro: (MicroGrid?)micro, Place: owned)))))
            .Where(owner => PlaceNames.Covers(owner.Place, place) && directory.CompoundAt(group, owner.Place)?.Name == compound.Name)
            .OrderByDescending(owner => owner.Place.Length).ThenBy(owner => owner.Micro is null)];
        return owners.Length > 0 ? new Charge(owners[0].Grid, owners[0].Micro) : new Charge(directory.OnlyGridOf(group, compound), MicroGrid: null);
    }

    /// <summary>The lead of the grid that looks after the place; null while the post is vacant.</summary>
    public static Person? LeadOf(this CommunityDirectory directory, string group, string? location) =>
        Named(directory, directory.ChargeOf(group, location).Grid?.Lead);

    /// <summary>Who is alerted when that lead does not answer.</summary>
    public static Person? BackupOf(this CommunityDirectory directory, string group, string? location) =>
        Named(directory, directory.ChargeOf(group, location).Grid?.Backup);

    /// <summary>
    /// 物业 and 共建单位 that serve the place, those for the topic first. A 物业 of another compound is left out.
    /// </summary>
    public static IReadOnlyList<Partner> PartnersFor(this CommunityDirectory directory, string group, string? location, string topic)
    {
        string? compound = directory.CompoundAt(group, location)?.Name;
        return
        [
            .. directory.Partners
                .Where(partner => partner.Compounds.Count == 0 || compound is null || partner.Compounds.Contains(compound))
                .OrderByDescending(partner => partner.Topics.Contains(topic))
                .ThenByDescending(partner => partner.For?.Contains(topic, StringComparison.Ordinal) ?? false)
                .ThenByDescending(partner => compound is not null && partner.Compounds.Contains(compound)),
        ];
    }

    public static Partner? PartnerNamed(this CommunityDirectory directory, string? name) =>
        directory.Partners.FirstOrDefault(partner => partner.Name == name);

    /// <summary>The compound a place lies in: the one it names, else that of the group.</summary>
    public static Compound? CompoundAt(this CommunityDirectory directory, string group, string? location) =>
        directory.Compounds.Where(compound => location?.StartsWith(compound.Name, StringComparison.Ordinal) ?? false).MaxBy(compound => compound.Name.Length)
            ?? directory.CompoundOf(group);

    private static string? FullPlace(Compound compound, string? location)
    {
        if (location is not { Length: > 0 }) { return null; }
        // 1-3号楼 begins with 1号楼
        string rest = location.StartsWith(compound.Name, StringComparison.Ordinal) ? location[compound.Name.Length..] : location;
        return compound.Name + Range().Replace(rest, "$1$2");
    }

    private static Grid? OnlyGridOf(this CommunityDirectory directory, string group, Compound compound)
    {
        Grid? own = directory.GridOf(group);
        if (own is not null && !directory.IsCommunityWide(group)) { return own; }
        Grid[] grids = [.. directory.Grids.Where(grid => grid.Groups.Any(name => directory.Groups.GetValueOrDefault(name) == compound.Name))];
        return grids is [var only] ? only : own;
    }

    private static Person? Named(CommunityDirectory directory, string? name) =>
        name is null ? null : directory.PersonNamed(name) ?? new Person(name) { Role = PersonRoles.Grid };

    [GeneratedRegex(@"^([A-Z]?\d{1,4})-\d{1,4}(号楼|号院|号)")]
    private static partial Regex Range();
}
