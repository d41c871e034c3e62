namespace Bot.Tickets.Moves;

/// <summary>回过电话: those whom the bot cannot tell have heard from a person.</summary>
/// <param name="Text">What came of the call.</param>
public sealed record CallBack(int Number, int Version, string By, string Text) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;

    public override string? Written => Text;

    public override int Longest => 500;
}

public sealed class CallBackHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(CallBack command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work =>
        {
            TicketMove move = work.Ticket.Contact(command.Text.Trim(), command.By, work.Now);
            if (!move.IsDone) { return move; }
            foreach (TicketReport report in work.Ticket.Reports.Where(report => ByHand.Is(report.Channel))) { report.CalledAt = work.Now; }
            return move;
        }, cancellationToken);
}
