using Bot.Tickets;

namespace Bot.Console.Parts;

/// <summary>An open ticket that could be the same matter.</summary>
public sealed record LookAlike(int Number, string Matter, string? Location, string Topic, string Group)
{
    private const int Alike = 3;

    public static LookAlike Of(Ticket ticket) => new(ticket.Number, ticket.Matter, ticket.Location, ticket.Topic, ticket.Group);

    /// <summary>The most alike first, three at most; none when nothing is.</summary>
    public static IReadOnlyList<LookAlike> To(Guess guess, string group, int? except, IEnumerable<LookAlike> open) =>
    [
        .. open.Where(other => other.Number != except)
            .Select(other => (Other: other, Score: other.Score(guess, group)))
            .Where(pair => pair.Score >= Alike)
            .OrderByDescending(pair => pair.Score).ThenByDescending(pair => pair.Other.Number)
            .Take(3)
            .Select(pair => pair.Other),
    ];

    private int Score(Guess guess, string group) =>
        (Topic == guess.Topic ? 2 : 0) + (SharesPlace(guess.Location) ? 2 : 0) + (Group == group ? 1 : 0);

    // Normal forms begin with the building: "36号楼1单元" and "36号楼" speak of one place, "3号楼" of another
    private bool SharesPlace(string? place) =>
        Location is not null && place is not null && Building(Location) == Building(place);

    private static string Building(string place) =>
        place.IndexOf('号', StringComparison.Ordinal) is var end and >= 0 ? place[..end] : place;
}
