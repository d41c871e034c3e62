namespace Bot.Tickets.Moves;

/// <summary>已联系: a person spoke with the reporter; silent in the group.</summary>
/// <param name="Text">What came of it; null for a bare tap.</param>
public sealed record ContactReporter(int Number, int Version, string By, string? Text = null) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;

    public override string? Written => Text;

    public override int Longest => 500;
}

public sealed class ContactReporterHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(ContactReporter command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.Contact(command.Text?.Trim() ?? "", command.By, work.Now), cancellationToken);
}
