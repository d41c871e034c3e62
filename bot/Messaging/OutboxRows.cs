using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>What waits to be sent, and writing down what became of it.</summary>
internal sealed class OutboxRows(WriteQueue writes, IDbContextFactory<BotDbContext> contexts, IntakeStatement intake, CommunityStore community)
{
    private static readonly Func<BotDbContext, long, string, int, DateTimeOffset, Task<OutboxMessage?>> DueStill = EF.CompileAsyncQuery(
        (BotDbContext db, long id, string conversation, int attempts, DateTimeOffset next) => db.Set<OutboxMessage>().AsNoTracking().FirstOrDefault(row =>
            row.Id == id && row.Conversation == conversation && row.State == OutboxState.Queued && row.Attempts == attempts && row.NextAttemptAt == next));

    /// <summary>The next row of each conversation where it is due, the one that waits longest first.</summary>
    public async Task<List<OutboxMessage>> DueAsync(
        string channel, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<OutboxMessage> waiting = InOrder(db, channel, now);
        return await waiting
            .Where(row => row.NextAttemptAt <= now && !waiting.Any(before => before.Conversation == row.Conversation && before.Id < row.Id))
            .OrderBy(row => row.Id).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>A row as it stands now: its words may have changed while it waited. Null when it was tried or withdrawn since.</summary>
    public async Task<OutboxMessage?> DueStillAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await DueStill(db, row.Id, row.Conversation, row.Attempts, row.NextAttemptAt);
    }

    /// <summary>When the next row falls due; null when none waits for a later time.</summary>
    public async Task<DateTimeOffset?> NextTimeAsync(
        string channel, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<OutboxMessage>()
            .Where(row => row.State == OutboxState.Queued && row.Channel == channel && row.NextAttemptAt > now)
            .MinAsync(row => (DateTimeOffset?)row.NextAttemptAt, cancellationToken);
    }

    /// <summary>Queued rows of each channel.</summary>
    public async Task<Dictionary<string, int>> CountAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Queued)
            .GroupBy(row => row.Channel, (channel, rows) => new { channel, Count = rows.Count() })
            .ToDictionaryAsync(group => group.channel, group => group.Count, cancellationToken);
    }

    /// <summary>Commits what became of a queued row. Without a context: ten thousand groups are ten thousand of these.</summary>
    /// <returns>False when it is queued no more, says something else, or is gone.</returns>
    public Task<bool> StoreAsync(OutboxMessage row, CancellationToken cancellationToken) =>
        writes.RunStatementsAsync(connection => OutboxStatement.UpdateQueued(connection, row), cancellationToken);

    /// <summary>
    /// Commits what became of a try; words that were said are stored among the messages too, so that they are read and quoted there,
    /// unless the channel keeps them itself.
    /// </summary>
    /// <param name="from">The state it was tried in. What was not said stays as a person has left it meanwhile; what was said, was said.</param>
    public Task SettleAsync(OutboxMessage row, OutboxState from, bool kept, CancellationToken cancellationToken) => writes.RunStatementsAsync(
        connection =>
        {
            bool stored = OutboxStatement.Update(connection, row, row.State is OutboxState.Sent or OutboxState.InDoubt ? null : from);
            if (stored && !kept && row is { State: OutboxState.Sent, Recalls: null })
            {
                // what was taken out of the row while it was said is not stored again
                intake.Insert(connection, OutboxStatement.Said(connection, row, community.Current.BotName()), MessageState.Ignored);
            }
            return stored;
        },
        cancellationToken);

    /// <summary>Rows whose answer was awaited when the program died may have been said: tried again only where a channel knows the key.</summary>
    /// <param name="keyed">Channels that take one.</param>
    /// <returns>How many are left to a person.</returns>
    public Task<int> DoubtUnansweredAsync(string[] keyed, CancellationToken cancellationToken) =>
        writes.RunAsync(
            async (db, token) =>
            {
                IQueryable<OutboxMessage> unanswered = db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Sending);
                await unanswered.Where(row => keyed.Contains(row.Channel)).ExecuteUpdateAsync(row => row.SetProperty(sent => sent.State, OutboxState.Queued), token);
                return await unanswered.ExecuteUpdateAsync(
                    row => row.SetProperty(sent => sent.State, OutboxState.InDoubt).SetProperty(sent => sent.Error, "发送途中程序中断"), token);
            },
            cancellationToken);

    // A row that was tried holds its conversation back; one planned for later does not
    private static IQueryable<OutboxMessage> InOrder(BotDbContext db, string channel, DateTimeOffset now) =>
        db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Queued && row.Channel == channel
            && (row.Attempts > 0 || row.NextAttemptAt <= now));
}
