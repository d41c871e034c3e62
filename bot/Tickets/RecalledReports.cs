using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets;

/// <summary>Tickets follow when a resident takes words back; the group hears once that the bot's answer to them no longer holds.</summary>
internal sealed class RecalledReports(
    CommunityStore community, Outbox outbox, Alerts alerts, TicketsChanged changed, CommunityClock communityClock, TimeProvider clock) : IRecallWitness
{
    public async Task RecalledAsync(BotDbContext db, Message message, string words, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<int> numbers = await db.Set<TicketReport>()
            .Where(report => report.Channel == message.Channel && report.Conversation == message.Conversation && report.MessageId == message.MessageId)
            .Select(report => EF.Property<int>(report, "TicketNumber")).Distinct().ToListAsync(cancellationToken);
        foreach (int number in numbers)
        {
            Ticket ticket = (await db.FindTicketAsync(number, cancellationToken))!;
            bool alone = ticket.Reports.Where(report => IsOf(report, message)).ToArray().Aggregate(false, (any, report) => ticket.Recall(report, words, now) || any);
            await HideAsync(db, ticket, words, now, cancellationToken);
            if (alone) { await LapseAsync(db, ticket, now, cancellationToken); }
            db.AfterCommit(() => changed.Tell(number));
        }
    }

    private static bool IsOf(TicketReport report, Message message) =>
        (report.Channel, report.Conversation, report.MessageId) == (message.Channel, message.Conversation, message.MessageId);

    // where the words were copied to
    private async Task HideAsync(BotDbContext db, Ticket ticket, string words, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (Alert alert in await db.Set<Alert>().AsTracking().Where(alert => alert.Ticket == ticket.Number).ToListAsync(cancellationToken))
        {
            alert.Text = alert.IsOpen ? AlertCalls.Text(ticket, communityClock, now) : QuotedWords.Without(alert.Text, words) ?? alert.Text;
        }
        foreach (Correction kept in await db.Set<Correction>().AsTracking().Where(kept => kept.Ticket == ticket.Number).ToListAsync(cancellationToken))
        {
            kept.Text = string.Join('\n', (QuotedWords.Without(kept.Text, words) ?? kept.Text).Split('\n').Where(line => line != words && line != Message.Hidden));
            if (kept.Text.Length == 0) { db.Remove(kept); }
        }
    }

    private async Task LapseAsync(BotDbContext db, Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.DropHeldAsync(ticket.Number, now, cancellationToken);
        OutboxMessage[] answers = await AnswersAsync(db, ticket, cancellationToken);
        foreach (OutboxMessage row in answers.Where(row => row.State is OutboxState.Queued or OutboxState.Draft or OutboxState.Muted && !row.Always))
        {
            (row.State, row.TakenBackAt, row.TakenBackBy) = (OutboxState.Withdrawn, now, Ticket.Machine);
        }
        if (!ticket.IsOpen) { return; }
        alerts.TellInCharge(db, ticket, "报的人把原话撤回了，请再看看要不要办", community.Current, now, []);
        if (answers.FirstOrDefault(row => row.State is OutboxState.Sent or OutboxState.InDoubt or OutboxState.Sending && row.TakenBackAt is null && row.Corrects is null) is { } said)
        {
            outbox.Say(db, CorrectionLine.Of(said, $"【更正】原话已撤回，{ticket.Number}号先由网格员再看一遍。", "recalled"));
        }
    }

    // to any of the words that were taken back: of several lines the last is seldom the one that was answered
    private static async Task<OutboxMessage[]> AnswersAsync(BotDbContext db, Ticket ticket, CancellationToken cancellationToken)
    {
        HashSet<(string, string, string?)> recalled = [.. ticket.Reports.Where(report => report.RecalledAt is not null).Select(report => (report.Channel, report.Conversation, (string?)report.MessageId))];
        HashSet<string> keys = [];
        foreach ((string channel, string conversation, string? id) in recalled)
        {
            long seq = await db.Set<Message>().Where(message => message.Channel == channel && message.Conversation == conversation && message.MessageId == id)
                .Select(message => message.Seq).FirstOrDefaultAsync(cancellationToken);
            keys.Add($"reply:{seq}");
        }
        List<OutboxMessage> rows = await db.Set<OutboxMessage>().AsTracking().Where(row => row.Ticket == ticket.Number).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Where(row => keys.Contains(row.Key.Split('#')[0]) || recalled.Contains((row.Channel, row.Conversation, row.ReplyTo)))];
    }
}
