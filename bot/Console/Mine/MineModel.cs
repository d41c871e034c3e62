using Bot.Tickets;

namespace Bot.Console.Mine;

/// <summary>What is to be done in one building.</summary>
/// <param name="Callable">Numbers of the tickets whose reporter can be called.</param>
public sealed record Stop(string Name, IReadOnlyList<Ticket> Tickets, int DueToday, int Overdue, IReadOnlySet<int> Callable);

/// <param name="Total">How many in all; the stops hold the most pressing of them.</param>
public sealed record MineModel(string Me, string Name, IReadOnlyList<Stop> Stops, int Total, DateTimeOffset At)
{
    /// <summary>How many are put off and out of sight.</summary>
    public int Later { get; init; }

    /// <summary>Whether private matters may stand on a sheet of the reader's.</summary>
    public bool SeesPrivate { get; init; }

    public int Shown => Stops.Sum(stop => stop.Tickets.Count);
}
