namespace Bot.Tickets.Moves;

/// <summary>What a 常用语 does besides being said.</summary>
public enum PhraseAct
{
    /// <summary>Said, which counts as contact.</summary>
    Say,

    /// <summary>Said, and the person takes the matter.</summary>
    Take,

    /// <summary>How it was fixed; the group is asked to confirm.</summary>
    Done,
}

/// <summary>常用语: replies where the matter was reported and moves it, in one tap.</summary>
public sealed record SayPhrase(int Number, int Version, string By, string Words, PhraseAct Act) : TicketCommand(Number, Version, By)
{
    public override bool TakesCharge => true;
}

public sealed class SayPhraseHandler(TicketDesk desk)
{
    public Task<TicketResult> HandleAsync(SayPhrase command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command, (work, token) => DecideAsync(command, work, token), cancellationToken);

    private static async Task<TicketMove> DecideAsync(SayPhrase command, TicketWork work, CancellationToken cancellationToken)
    {
        Ticket ticket = work.Ticket;
        if (ticket.IsPrivate) { return TicketMove.Refuse("私密的事不在群里说，请打电话或上门"); }
        if (!ticket.IsOpen) { return TicketMove.Refuse($"{ticket.Number}号{ticket.State.Title()}，不用再回"); }
        if (ticket.FirstReports.All(report => report.SpokenThrough is null)) { return TicketMove.Refuse("反映人不在群里，请打电话说，再记已联系"); }
        if (GroupWords.Refusal(command.Words) is { } refusal) { return TicketMove.Refuse(refusal); }
        if (command.Act == PhraseAct.Done) { return ticket.Resolve(command.Words, photo: null, command.By, work.Now); }
        // Whoever has it already only says it
        TicketMove taken = command.Act == PhraseAct.Take && ticket.State != TicketState.Claimed ? ticket.Claim(command.By, work.Now) : TicketMove.Silent;
        if (!taken.IsDone) { return taken; }
        TicketMove said = ticket.Contact(command.Words, command.By, work.Now);
        if (said.IsDone) { await work.TellAsync(command.Words, cancellationToken); }
        return said;
    }
}
