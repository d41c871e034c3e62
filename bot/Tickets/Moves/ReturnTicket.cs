using Bot.Messaging;

namespace Bot.Tickets.Moves;

/// <summary>退回: the assignee cannot do it and says why; whoever gave it hears so on the private line.</summary>
public sealed record ReturnTicket(int Number, int Version, string By, string Reason) : TicketCommand(Number, Version, By)
{
    public override string? Written => Reason;
}

public sealed class ReturnTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(ReturnTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work =>
        {
            string? dispatcher = work.Ticket.Dispatcher;
            TicketMove move = work.Ticket.Return(command.Reason.Trim(), command.By, work.Now);
            if (move.IsDone && dispatcher != command.By)
            {
                work.TellPerson(dispatcher, $"【{work.Ticket.Number}号】{command.By}退回了：{SafeWords.Clean(command.Reason, 60)}。请另派。");
            }
            return move;
        }, cancellationToken);
}
