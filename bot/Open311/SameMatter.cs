using Bot.Grids;
using Bot.Triage.Locations;

namespace Bot.Open311;

/// <summary>An open ticket of the same topic.</summary>
internal sealed record OpenMatter(int Number, string Location, string Group);

/// <summary>
/// Whether what is filed is open already. Nobody is asked, so only the same thing at the very same place counts; what is merely alike is
/// shown to whoever reviews it.
/// </summary>
internal static class SameMatter
{
    /// <summary>The latest that is the same; null when none is.</summary>
    public static int? Find(string? location, string group, IEnumerable<OpenMatter> open, CommunityDirectory directory)
    {
        if (location is null) { return null; }
        Place place = Place.Parse(location, directory, group);
        return open.Where(other => IsSame(place, group, Place.Parse(other.Location, directory, other.Group), other.Group))
            .Select(other => (int?)other.Number).Max();
    }

    private static bool IsSame(Place place, string group, Place other, string otherGroup) =>
        (place.Building ?? place.Facility) is not null
        && (place.Building, place.Unit, place.Floor, place.Room, place.Facility) == (other.Building, other.Unit, other.Floor, other.Room, other.Facility)
        && (place.Compound is null ? other.Compound is null && group == otherGroup : place.Compound == other.Compound);
}
