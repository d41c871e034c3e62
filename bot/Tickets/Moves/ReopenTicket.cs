using Bot.Messaging;

namespace Bot.Tickets.Moves;

/// <summary>重开: it was not done after all, or was no mistake after all.</summary>
public sealed record ReopenTicket(int Number, int Version, string By, string Reason) : TicketCommand(Number, Version, By)
{
    public override string? Written => Reason;
}

public sealed class ReopenTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(ReopenTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, async (work, token) =>
        {
            bool wasRejected = work.Ticket.State == TicketState.Rejected;
            TicketMove move = work.Ticket.Reopen(command.Reason, command.By, work.Now, work.Deadlines);
            if (!move.IsDone) { return move; }
            if (wasRejected) { await work.UnlearnRejectionAsync(token); }
            if (work.Ticket.Urgency == Urgency.Emergency) { await work.AlertAsync(work.Ticket, token); }
            Tell(work, command);
            return TicketMove.Say(Heard.HandedAgain);
        }, cancellationToken);

    private static void Tell(TicketWork work, ReopenTicket command)
    {
        string until = work.Deadlines.Clock.Say(work.Ticket.PromisedAt, work.Now);
        string matter = $"{SafeWords.Clean(work.Ticket.Location, 24)}{SafeWords.Clean(work.Ticket.Matter, 12)}";
        work.TellInCharge($"【{work.Ticket.Number}号】{command.By}重新交办：{matter}，{SafeWords.Clean(command.Reason, 40)}。{until}前要回话。", command.By);
    }
}
