using Bot.Tickets;

namespace Bot.Triage.Review;

/// <summary>并入 on a message the engine was not sure of: it belongs to a ticket that is there; silent in the group.</summary>
public sealed record JoinMessage(long Seq, string By, int Into);

public sealed class JoinMessageHandler(ReviewDesk desk)
{
    public Task<ReviewResult> HandleAsync(JoinMessage command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command.Seq, command.By, again: false, (work, token) => JoinAsync(command, work, token), cancellationToken);

    private static async Task<ReviewResult> JoinAsync(JoinMessage command, ReviewWork work, CancellationToken cancellationToken)
    {
        Ticket? ticket = await work.Tickets.FindAsync(command.Into, cancellationToken);
        if (ticket is null) { return ReviewResult.Refused($"没有{command.Into}号工单"); }
        if (!ticket.IsOpen) { return ReviewResult.Refused($"{command.Into}号{ticket.State.Title()}，不能并入"); }
        TicketMove move = ticket.Join(work.Report(), work.Deadlines);
        if (!move.IsDone) { return ReviewResult.Refused(move.Refusal ?? "不能并入"); }
        await work.Tickets.TellPeopleAsync(ticket, move, work.Now, cancellationToken);
        // its words may be few, but the matter is the ticket's
        work.Learn(CorrectionHow.Joined, ticket.Urgency == Urgency.Emergency ? Kind.Emergency : Kind.Issue, MatterLabels.Of(ticket));
        work.Decision.Ticket = ticket.Number;
        return ReviewResult.Done(ticket.Number);
    }
}
