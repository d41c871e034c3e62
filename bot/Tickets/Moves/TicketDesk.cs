using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;

namespace Bot.Tickets.Moves;

/// <summary>What every use case on a ticket has in common: load, refuse what is stale, decide, save, tell.</summary>
public sealed class TicketDesk(
    WriteQueue queue, Outbox outbox, GroupBudget budget, PrivateWays ways, Alerts alerts, CommunityStore community, TicketDeadlines deadlines, TicketsChanged changed,
    TimeProvider clock, ILogger<TicketDesk> logger)
{
    internal async Task<TicketResult> DecideAsync(
        TicketCommand command, Func<TicketWork, CancellationToken, Task<TicketMove>> decide, CancellationToken cancellationToken)
    {
        TicketResult result = await queue.RunAsync((db, token) => DecideAsync(db, command, decide, token), cancellationToken);
        logger.Decided(command.Number, command.GetType().Name, result.Outcome);
        return result;
    }

    /// <summary>For decisions that need nothing but the ticket.</summary>
    internal Task<TicketResult> DecideAsync(TicketCommand command, Func<TicketWork, TicketMove> decide, CancellationToken cancellationToken) =>
        DecideAsync(command, (work, _) => Task.FromResult(decide(work)), cancellationToken);

    private async Task<TicketResult> DecideAsync(
        BotDbContext db, TicketCommand command, Func<TicketWork, CancellationToken, Task<TicketMove>> decide, CancellationToken cancellationToken)
    {
        Ticket? ticket = await db.FindTicketAsync(command.Number, cancellationToken);
        if (ticket is null) { return TicketResult.NotFound(command.Number); }
        if ((ticket.History.LastOrDefault(line => line.Version > command.Version && line.MakesStale) ?? command.OvertakenBy(ticket)) is { } last)
        {
            return TicketResult.Stale(ticket, last, command.Version);
        }
        if (command.Written is { } written && SafeWords.Length(written.Trim()) > command.Longest)
        {
            return TicketResult.Refused(ticket, $"请写在{command.Longest}字以内，现在有{SafeWords.Length(written.Trim())}字");
        }
        TicketWork work = new(db, ticket, community.Current, deadlines, clock.GetUtcNow(), outbox, budget, ways, alerts);
        TicketState before = ticket.State;
        bool wasEmergency = ticket.Urgency == Urgency.Emergency;
        TicketMove move = await decide(work, cancellationToken);
        if (!move.IsDone) { return TicketResult.Refused(ticket, move.Refusal); }

        if (ticket.State != before || move.ReachesGroup) { await db.DropHeldAsync(ticket.Number, work.Now, cancellationToken); }
        await work.TellAsync(move.Heard, cancellationToken);
        if (work.Unheard is not null) { ticket.TellNobody(work.Now); }
        if (command.TakesCharge) { await work.EndAlertsAsync(command.By, cancellationToken); }
        if (!wasEmergency && ticket.Urgency == Urgency.Emergency) { await work.AlertAsync(ticket, cancellationToken); }
        db.AfterCommit(() => changed.Tell(ticket.Number));
        return TicketResult.Done(ticket, work.HeldUntil, work.Unheard);
    }
}
