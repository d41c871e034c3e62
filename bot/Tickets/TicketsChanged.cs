namespace Bot.Tickets;

/// <summary>Tells, after the commit, that a ticket or its alert has changed.</summary>
public sealed class TicketsChanged
{
    public event Action<int>? Changed;

    /// <param name="number">Number of the ticket.</param>
    public void Tell(int number) => Changed?.Invoke(number);
}
