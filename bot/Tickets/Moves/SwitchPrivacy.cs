namespace Bot.Tickets.Moves;

/// <summary>私密: whether the group may hear what it is about.</summary>
public sealed record SwitchPrivacy(int Number, int Version, string By, bool IsPrivate) : TicketCommand(Number, Version, By);

public sealed class SwitchPrivacyHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(SwitchPrivacy command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, work => work.Ticket.SetPrivate(command.IsPrivate, command.By, work.Now), cancellationToken);
}
