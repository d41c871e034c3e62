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
    public string? Room { get; init; }

    /// <summary>Side or facility: "东侧", "门口", "凉亭", "地下车库".</summary>
    public string? Facility { get; init; }

    public bool IsEmpty => (Building ?? Unit ?? Floor ?? Room ?? Facility) is null;

    public override string ToString() =>
        $"{(ShowsCompound ? Compound : null)}{Building}{Unit}{Floor}{Room}{Facility}";
}
