using Bot.Grids;
using Bot.Tickets;
using Bot.Triage.Locations;

namespace Bot.Console.Mine;

/// <summary>A stop of the walk: a building, what is shared in a compound, or what has no place yet.</summary>
/// <param name="Order">Where it stands in the walk: compound, then building, as the directory lists them.</param>
public sealed record Building(string Name, (int Compound, int Place, int Number, string Name) Order)
{
    private const int Unlisted = 1000;

    public static Building Of(Ticket ticket, CommunityDirectory directory)
    {
        if (ticket.Location is not { Length: > 0 } location) { return new Building("地点还不清楚", (int.MaxValue, 0, 0, "")); }
        Place place = NormalForm.Parse(location, directory, ticket.Group);
        int compound = IndexOf(directory.Compounds, one => one.Name == place.Compound);
        string building = place.Building ?? "";
        string name = place.Building ?? place.Facility ?? "公共地方";
        int listed = compound < 0 || building.Length == 0 ? -1 : IndexOf(directory.Compounds[compound].Buildings, one => one == building);
        return new Building(
            place.Compound is { } known && !name.StartsWith(known, StringComparison.Ordinal) ? $"{known} {name}" : name,
            (compound < 0 ? Unlisted : compound, listed >= 0 ? listed : building.Length > 0 ? Unlisted : 2 * Unlisted, NumberIn(building), name));
    }

    private static int IndexOf<T>(IReadOnlyList<T> list, Func<T, bool> matches)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (matches(list[i])) { return i; }
        }
        return -1;
    }

    private static int NumberIn(string building) =>
        int.TryParse(string.Concat(building.SkipWhile(letter => !char.IsAsciiDigit(letter)).TakeWhile(char.IsAsciiDigit)), out int number) ? number : 0;
}
