using Bot.Grids;
using Bot.Tickets;

namespace Bot.Triage.Review;

/// <summary>确认立件 on a message the engine was not sure of: it becomes a ticket, and the group gets its receipt.</summary>
/// <param name="Labels">What the person set right; null to take the engine's guess.</param>
public sealed record OpenFromMessage(long Seq, string By, TicketCorrection? Labels = null);

public sealed class OpenFromMessageHandler(ReviewDesk desk)
{
    public Task<ReviewResult> HandleAsync(OpenFromMessage command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command.Seq, command.By, again: false, (work, token) => OpenAsync(command, work, token), cancellationToken);

    private static async Task<ReviewResult> OpenAsync(OpenFromMessage command, ReviewWork work, CancellationToken cancellationToken)
    {
        NewTicket matter = Matter(work, command.Labels);
        Ticket ticket = await work.Tickets.OpenAsync(matter, work.Now, cancellationToken);
        ticket.Accept(work.By, work.Now);
        work.TellOpened(ticket);
        work.Learn(CorrectionHow.Opened, ticket.Urgency == Urgency.Emergency ? Kind.Emergency : Kind.Issue, MatterLabels.Of(ticket));
        (work.Decision.Ticket, work.Decision.Opened) = (ticket.Number, true);
        return ReviewResult.Done(ticket.Number);
    }

    private static NewTicket Matter(ReviewWork work, TicketCorrection? labels)
    {
        string? place = labels?.Location is { } corrected ? (corrected.Length > 0 ? corrected : null) : work.Decision.Location;
        return new NewTicket(
            labels?.Category ?? work.Decision.Category ?? Category.Living,
            labels?.Topic ?? work.Decision.Topic ?? Topics.Other,
            labels?.Urgency ?? work.Decision.Urgency ?? Urgency.Normal,
            place,
            labels?.Matter,
            work.Directory.LeadOf(work.Message.Conversation, place)?.Name ?? work.By,
            [work.Report()]);
    }
}
