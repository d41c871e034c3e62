using Bot.Tickets;

namespace Bot.Console.ByHand;

/// <param name="Callable">Who can be called, each number once.</param>
/// <param name="Words">What was typed, when it could not be saved.</param>
public sealed record CallModel(Ticket Ticket, IReadOnlyList<TicketReport> Callable, string? Words = null, string? Error = null);
