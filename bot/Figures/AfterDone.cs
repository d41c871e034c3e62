using Bot.Tickets;

namespace Bot.Figures;

/// <summary>What was heard after the last 办好. A ticket that came back counts as it stands after its last one.</summary>
internal sealed record AfterDone(DateTimeOffset? DoneAt, Marks Marks)
{
    public static AfterDone Read(Ticket ticket, TicketEvent[] all)
    {
        TicketEvent[] history = Ticket.Standing(all);
        int last = Array.FindLastIndex(history, line => line.Kind == TicketEventKind.Resolved);
        if (last < 0) { return WithoutDone(ticket, history); }
        Marks marks = Marks.Done;
        for (int i = last + 1; i < history.Length; i++)
        {
            marks = history[i].Kind == TicketEventKind.Closed && history[i - 1].State != TicketState.Verified
                ? marks | Marks.Unfixed
                : Hear(marks, ticket, history[i]);
        }
        return new AfterDone(history[last].At, marks);
    }

    // 327好了 may come before anyone wrote that it is done: residents know best
    private static AfterDone WithoutDone(Ticket ticket, TicketEvent[] history) =>
        history.LastOrDefault(line => line.Kind == TicketEventKind.Verified) is { } good && !ticket.IsOpen
            ? new AfterDone(good.At, Hear(Marks.Done, ticket, good))
            : new AfterDone(null, ticket.State == TicketState.Closed ? Marks.Unfixed : Marks.None);

    private static Marks Hear(Marks marks, Ticket ticket, TicketEvent line) => line.Kind switch
    {
        TicketEventKind.Verified when line.By == Ticket.Machine => marks | Marks.Silent,
        // a colleague looked: nobody was asked
        TicketEventKind.Verified when ticket.VerifiedHow == Verification.Second && ticket.VerifiedBy == line.By => marks,
        TicketEventKind.Verified => (marks | Marks.FollowedUp | Marks.Answered | Marks.Good) & ~Marks.Silent,
        TicketEventKind.Contacted or TicketEventKind.Rated => marks | Marks.FollowedUp,
        TicketEventKind.SaidNotDone or TicketEventKind.Reopened => (marks | Marks.FollowedUp | Marks.Answered) & ~Marks.Good,
        _ => marks,
    };
}
