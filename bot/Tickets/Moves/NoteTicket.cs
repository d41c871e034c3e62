namespace Bot.Tickets.Moves;

/// <summary>已联系: what the handler did so far, for the record; silent in the group.</summary>
public sealed record NoteTicket(int Number, int Version, string By, string Text) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;

    public override string? Written => Text;

    public override int Longest => 500;
}

public sealed class NoteTicketHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(NoteTicket command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.Note(command.Text, command.By, work.Now), cancellationToken);
}
