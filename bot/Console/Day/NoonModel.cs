using Bot.Tickets;

namespace Bot.Console.Day;

/// <summary>Somebody who has been given matters and has not taken them, or has them and is late.</summary>
/// <param name="Due">When the first of them is due.</param>
public sealed record Waiting(string Person, int Count, DateTimeOffset Due);

/// <param name="Came">How many matters came in today.</param>
/// <param name="First">The newest of them.</param>
/// <param name="NotDone">Open ones of which a resident said today that they are not done.</param>
public sealed record NoonModel(
    int Came, IReadOnlyList<Ticket> First, IReadOnlyList<Waiting> Waiting, IReadOnlyList<Ticket> NotDone, IReadOnlyList<ShiftNote> Handed)
{
    public bool IsQuiet => Came == 0 && Waiting.Count == 0 && NotDone.Count == 0;
}
