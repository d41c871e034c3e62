using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>What waits to be said and tells a person's words: to them and to groups it is dropped; staff still hear of the matter, in neutral words.</summary>
internal static class QueuedWords
{
    private static readonly OutboxState[] Waiting = [OutboxState.Queued, OutboxState.Draft, OutboxState.Muted];

    public static async Task SettleAsync(BotDbContext db, PersonWords words, WordTraces traces, CancellationToken cancellationToken)
    {
        HashSet<string> own = [.. words.Said.Select(message => $"{message.Channel}\n{message.MessageId}")];
        foreach (OutboxMessage row in await db.Set<OutboxMessage>().AsTracking().Where(row => Waiting.Contains(row.State)).ToListAsync(cancellationToken))
        {
            bool theirs = words.Person.IsLine(row.Channel, row.Conversation);
            bool about = row.Ticket is { } ticket ? words.Tickets.Contains(ticket) : row.ReplyTo is { } quoted && own.Contains($"{row.Channel}\n{quoted}");
            if (row.ReplyTo is { } id && own.Contains($"{row.Channel}\n{id}")) { row.ReplyTo = null; }
            if (!theirs && !(about ? traces.In(row.Text) : traces.CopiedIn(row.Text))) { continue; }
            bool toStaff = !theirs && PrivateLine.Is(row.Conversation);
            row.Text = toStaff ? GoneWords.Neutral(row.Ticket) : GoneWords.Erased;
            if (!toStaff) { row.State = OutboxState.Dropped; }
        }
    }
}
