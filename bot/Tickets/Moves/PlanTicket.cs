namespace Bot.Tickets.Moves;

/// <summary>有方案: what is to be done; silent in the group.</summary>
public sealed record PlanTicket(int Number, int Version, string By, string Text) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;

    public override string? Written => Text;

    public override int Longest => 500;
}

public sealed class PlanTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(PlanTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.MakePlan(command.Text.Trim(), command.By, work.Now), cancellationToken);
}
