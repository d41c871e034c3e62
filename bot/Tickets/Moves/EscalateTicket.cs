using Bot.Messaging;

namespace Bot.Tickets.Moves;

/// <summary>上报: up to a level; its new owner hears it on the private line, the group hears nothing.</summary>
/// <param name="Level">Null for the next one up.</param>
public sealed record EscalateTicket(int Number, int Version, string By, string Why, EscalationLevel? Level = null) : TicketCommand(Number, Version, By)
{
    public override string? Written => Why;
}

public sealed class EscalateTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(EscalateTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => Escalate(work, command.Level, command.By, command.Why.Trim()), cancellationToken);

    /// <summary>The same inside a unit of work that already runs.</summary>
    internal static TicketMove Escalate(TicketWork work, EscalationLevel? to, string by, string why)
    {
        Ticket ticket = work.Ticket;
        EscalationLevel level = to ?? Escalations.Next(work.Directory, ticket);
        string? owner = Escalations.OwnerAt(work.Directory, ticket.Group, level);
        TicketMove move = ticket.Escalate(level, owner, by, work.Now, why);
        if (move.IsDone && ticket.Owner != by)
        {
            string matter = $"{SafeWords.Clean(ticket.Location, 24)}{SafeWords.Clean(ticket.Matter, 12)}";
            work.TellPerson(ticket.Owner, $"【{ticket.Number}号】报到{level.Title()}，现在由您负责：{matter}。{SafeWords.Clean(why, 40)}。");
        }
        return move;
    }
}
