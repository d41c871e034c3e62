using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging;

/// <summary>What waits to be sent, and writing down what became of it.</summary>
internal sealed class OutboxRows(WriteQueue writes, IDbContextFactory<BotDbContext> contexts)
{
    /// <summary>Conversations whose next row is due, the one that waits longest first.</summary>
    public async Task<List<string>> DueAsync(
        string channel, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<long> heads = InOrder(db, channel, now).GroupBy(row => row.Conversation, (_, rows) => rows.Min(row => row.Id));
        return await db.Set<OutboxMessage>()
            .Where(row => heads.Contains(row.Id) && row.NextAttemptAt <= now)
            .OrderBy(row => row.Id).Select(row => row.Conversation).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>The next row of a conversation; null when none is due.</summary>
    public async Task<OutboxMessage?> NextAsync(
        string channel, string conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        OutboxMessage? head = await InOrder(db, channel, now).Where(row => row.Conversation == conversation)
            .OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        return head?.NextAttemptAt <= now ? head : null;
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

    /// <summary>Changes a row, commits, and returns it as it is now.</summary>
    public Task<OutboxMessage> ChangeAsync(long id, Action<OutboxMessage> change, CancellationToken cancellationToken) =>
        writes.RunAsync(
            async (db, token) =>
            {
                OutboxMessage row = await db.Set<OutboxMessage>().SingleAsync(row => row.Id == id, token);
                change(row);
                return row;
            },
            cancellationToken);

    /// <summary>Rows whose answer was awaited when the program died may have been said.</summary>
    public Task<int> DoubtUnansweredAsync(CancellationToken cancellationToken) =>
        writes.RunAsync(
            (db, token) => db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Sending).ExecuteUpdateAsync(
                row => row.SetProperty(sent => sent.State, OutboxState.InDoubt).SetProperty(sent => sent.Error, "发送途中程序中断"),
                token),
            cancellationToken);

    // A row that was tried holds its conversation back; one planned for later does not
    private static IQueryable<OutboxMessage> InOrder(BotDbContext db, string channel, DateTimeOffset now) =>
        db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Queued && row.Channel == channel
            && (row.Attempts > 0 || row.NextAttemptAt <= now));
}
