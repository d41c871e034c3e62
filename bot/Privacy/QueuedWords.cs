using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>
/// What waits to be said and tells a person's words. Of what is about them: to them and to groups it is dropped; staff still hear of the matter, in
/// neutral words. Of what is about others a copy alone goes. Looked up beside the writer, written in small parts.
/// </summary>
internal sealed class QueuedWords(PersonWords words, WordTraces traces)
{
    private const int Batch = 100;
    private static readonly OutboxState[] Waiting = [OutboxState.Queued, OutboxState.Draft, OutboxState.Muted];

    private readonly HashSet<string> _own = [.. words.Said.Select(message => $"{message.Channel}\n{message.MessageId}")];

    public async Task SettleAsync(IDbContextFactory<BotDbContext> contexts, WriteQueue writes, CancellationToken cancellationToken)
    {
        List<long> found = [];
        await using (BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await foreach (OutboxMessage row in db.Set<OutboxMessage>().AsNoTracking().Where(row => Waiting.Contains(row.State)).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (Settle(row)) { found.Add(row.Id); }
            }
        }
        foreach (long[] some in found.Chunk(Batch)) { await writes.RunAsync((db, token) => SettleAsync(db, some, token), cancellationToken); }
    }

    // by now it may have been said, or changed
    private async Task SettleAsync(BotDbContext db, long[] ids, CancellationToken cancellationToken)
    {
        foreach (OutboxMessage row in await db.Set<OutboxMessage>().AsTracking().Where(row => ids.Contains(row.Id) && Waiting.Contains(row.State)).ToListAsync(cancellationToken)) { Settle(row); }
    }

    /// <returns>Whether anything of it was theirs.</returns>
    private bool Settle(OutboxMessage row)
    {
        bool theirs = words.Person.IsLine(row.Channel, row.Conversation);
        bool answers = row.ReplyTo is { } quoted && _own.Contains($"{row.Channel}\n{quoted}");
        bool about = answers || (row.Ticket is { } ticket && words.Tickets.Contains(ticket));
        if (answers) { row.ReplyTo = null; }
        string rest = about ? row.Text : traces.Without(row.Text, near: false, []);
        if (theirs || (about ? traces.In(row.Text) : rest != row.Text && GoneWords.IsAllOf(rest)))
        {
            Drop(row, theirs);
            return true;
        }
        bool changes = answers || rest != row.Text;
        row.Text = rest;
        return changes;
    }

    private static void Drop(OutboxMessage row, bool theirs)
    {
        bool toStaff = !theirs && PrivateLine.Is(row.Conversation);
        row.Text = toStaff ? GoneWords.Neutral(row.Ticket) : GoneWords.Erased;
        if (!toStaff) { row.State = OutboxState.Dropped; }
    }
}
