using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets;

/// <summary>Tickets follow when a resident takes words back; the group hears once that the bot's answer to them no longer holds.</summary>
internal sealed class RecalledReports(CommunityStore community, Outbox outbox, Alerts alerts, TicketsChanged changed, TimeProvider clock) : IRecallWitness
{
    public async Task RecalledAsync(BotDbContext db, Message message, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<int> numbers = await db.Set<TicketReport>()
            .Where(report => report.Channel == message.Channel && report.Conversation == message.Conversation && report.MessageId == message.MessageId)
            .Select(report => EF.Property<int>(report, "TicketNumber")).Distinct().ToListAsync(cancellationToken);
        foreach (int number in numbers)
        {
            Ticket ticket = (await db.FindTicketAsync(number, cancellationToken))!;
            bool alone = ticket.Reports.Where(report => IsOf(report, message)).ToArray().Aggregate(false, (any, report) => ticket.Recall(report, now) || any);
            if (alone) { await LapseAsync(db, ticket, message, now, cancellationToken); }
            db.AfterCommit(() => changed.Tell(number));
        }
        await UnquoteAsync(db, message, cancellationToken);
    }

    private static bool IsOf(TicketReport report, Message message) =>
        (report.Channel, report.Conversation, report.MessageId) == (message.Channel, message.Conversation, message.MessageId);

    private async Task LapseAsync(BotDbContext db, Ticket ticket, Message message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.DropHeldAsync(ticket.Number, now, cancellationToken);
        if (!ticket.IsOpen) { return; }
        alerts.TellInCharge(db, ticket, "报的人把原话撤回了，请再看看要不要办", community.Current, now, []);
        OutboxMessage? said = await db.Set<OutboxMessage>()
            .Where(row => row.Channel == message.Channel && row.Conversation == message.Conversation && row.ReplyTo == message.MessageId && row.Ticket == ticket.Number
                && (row.State == OutboxState.Sent || row.State == OutboxState.InDoubt) && row.TakenBackAt == null && row.Corrects == null)
            .OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        if (said is not null) { outbox.Say(db, CorrectionLine.Of(said, $"【更正】原话已撤回，{ticket.Number}号先由网格员再看一遍。", "recalled")); }
    }

    // what is hidden cannot be quoted
    private static async Task UnquoteAsync(BotDbContext db, Message message, CancellationToken cancellationToken)
    {
        foreach (OutboxMessage row in await db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Queued
            && row.Channel == message.Channel && row.Conversation == message.Conversation && row.ReplyTo == message.MessageId).ToListAsync(cancellationToken))
        {
            row.ReplyTo = null;
        }
    }
}
