using Bot.Grids;

namespace Bot.Triage.Locations;

/// <summary>
/// A place in normal form <c>{小区}{N}号楼{单元}{N}层|{N}室{方位/设施}</c>, kept in its parts so that places can be compared.
/// Each part is already in normal form and carries its word ("3号楼", "2单元", "负2层", "204室"); null where unknown.
/// </summary>
public sealed record Place
{
    /// <summary>Full name of the compound; part of the text only in the community-wide group.</summary>
    public string? Compound { get; init; }
    public bool ShowsCompound { get; init; }

    /// <summary>"3号楼", "38号院", "福安巷12号", "8号楼与9号楼之间", "1-12号楼".</summary>
    public string? Building { get; init; }
    public string? Unit { get; init; }
    public string? Floor { get; init; }

    /// <summary>"204室", or the side of the landing: "东户".</summary>
    public string? Room { get; init; }

    /// <summary>Side or facility: "东侧", "门口", "凉亭", "地下车库".</summary>
    public string? Facility { get; init; }

    /// <summary>True when nothing is known below the compound, and the compound is not the answer itself ("竹行弄").</summary>
    public bool IsEmpty => IsWholeCompound && !ShowsCompound;

    internal bool IsWholeCompound => (Building ?? Unit ?? Floor ?? Room ?? Facility) is null;

    /// <summary>A landmark of its own: "凉亭", "东门", "地下车库B区".</summary>
    internal bool IsLandmark => Facility is not null && (Building ?? Unit ?? Room) is null;

    /// <summary>Whether <paramref name="other"/> lies inside this place: 3号楼 covers 3号楼2单元501室, 1-12号楼 covers 5号楼.</summary>
    public bool Covers(Place other) => PlaceComparison.Covers(this, other);

    /// <summary>
    /// Whether both can mean the same place: every part equal, or unknown on one side. Ranges and
    /// "之间" include their ends, a floor agrees with its rooms, a landmark never agrees with a building.
    /// </summary>
    public bool IsCompatibleWith(Place other) => PlaceComparison.Compatible(this, other);

    /// <summary>Both compounds are known and differ: 甲苑10号楼 is not 乙苑10号楼.</summary>
    public bool IsInAnotherCompoundThan(Place other) => Compound is not null && other.Compound is not null && Compound != other.Compound;

    /// <summary>
    /// This place with its unknown parts filled from what was said <paramref name="later"/>; a place that contradicts
    /// is left out, unless it is a <paramref name="correction"/>: then the later parts replace the earlier ones.
    /// </summary>
    public Place Merge(Place later, bool correction = false) => PlaceComparison.Merge(this, later, correction);

    /// <summary>
    /// The parts of a place from its own normal form. The directory tells a compound's name from a landmark's;
    /// the group gives the compound that the text leaves out.
    /// </summary>
    public static Place Parse(string normalForm, CommunityDirectory? directory = null, string? group = null) =>
        NormalForm.Parse(normalForm, directory ?? new CommunityDirectory(), group);

    public override string ToString() =>
        $"{NormalForm.Prefix(this)}{Building}{Unit}{Floor}{Room}{Facility}";
}
