namespace Bot.Triage.Locations;

/// <summary>Which places can be the same one, which lies inside which, and how two become one.</summary>
internal static class PlaceComparison
{
    public static bool Compatible(Place a, Place b) =>
        Agree(a.Compound, b.Compound)
        && (a.IsWholeCompound || b.IsWholeCompound
            || (!IsLandmarkAgainstBuilding(a, b) && BuildingsAgree(a, b) && Agree(a.Unit, b.Unit)
                && FloorsAgree(a, b) && Agree(a.Room, b.Room) && FacilitiesAgree(a.Facility, b.Facility)));

    public static bool Covers(Place wide, Place narrow)
    {
        if (!Compatible(wide, narrow) || (wide.Compound is not null && narrow.Compound is null))
        {
            return false;
        }
        return wide.IsWholeCompound
            ? wide.Compound is not null
            : Has(wide.Building, narrow.Building) && Has(wide.Unit, narrow.Unit)
                && Has(wide.Floor, narrow.Floor ?? RoomNumber.Floor(narrow.Room)) && Has(wide.Room, narrow.Room)
                && (wide.Facility is null || narrow.Facility?.StartsWith(wide.Facility, StringComparison.Ordinal) == true)
                && (wide.Building is null || BuildingSpan.Of(wide.Building).Contains(BuildingSpan.Of(narrow.Building!)));
    }

    public static Place Merge(Place earlier, Place later, bool correction)
    {
        if (correction)
        {
            return IsLandmarkAgainstBuilding(earlier, later) ? later : Fill(later, earlier);
        }
        return Compatible(earlier, later) ? Fill(earlier, later) : earlier;
    }

    private static Place Fill(Place first, Place second)
    {
        string? room = first.Room ?? (first.Floor is null || RoomNumber.Floor(second.Room) == first.Floor ? second.Room : null);
        return first with
        {
            Compound = first.Compound ?? second.Compound,
            ShowsCompound = first.ShowsCompound || second.ShowsCompound,
            Building = first.Building ?? second.Building,
            Unit = first.Unit ?? second.Unit,
            Room = room,
            Floor = RoomNumber.Floor(room) is null ? first.Floor ?? (first.Room is null ? second.Floor : null) : null,
            Facility = FillFacility(first.Facility, second.Facility),
        };
    }

    private static string? FillFacility(string? first, string? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        _ when second.StartsWith(first, StringComparison.Ordinal) => second,
        _ when IsZone(second) && !first.EndsWith('区') && first.StartsWith(Garage, StringComparison.Ordinal) => first + second,
        _ => first,
    };

    private const string Garage = "地下车库";

    private static bool IsZone(string facility) => facility.Length is 2 or 3 && facility[^1] == '区';

    private static bool IsLandmarkAgainstBuilding(Place a, Place b) =>
        (a.IsLandmark && b.Building is not null) || (b.IsLandmark && a.Building is not null);

    private static bool BuildingsAgree(Place a, Place b) =>
        a.Building is null || b.Building is null || BuildingSpan.Of(a.Building).Meets(BuildingSpan.Of(b.Building));

    private static bool FloorsAgree(Place a, Place b) =>
        Agree(a.Floor ?? RoomNumber.Floor(a.Room), b.Floor ?? RoomNumber.Floor(b.Room));

    private static bool FacilitiesAgree(string? a, string? b) =>
        Agree(a, b) || a!.StartsWith(b!, StringComparison.Ordinal) || b!.StartsWith(a, StringComparison.Ordinal)
        || (IsZone(a) && b.EndsWith(a, StringComparison.Ordinal)) || (IsZone(b) && (a.EndsWith(b, StringComparison.Ordinal) || a == Garage))
        || (IsZone(a) && b == Garage);

    private static bool Agree(string? a, string? b) => a is null || b is null || a == b;

    private static bool Has(string? wide, string? narrow) => wide is null || narrow is not null;
}
