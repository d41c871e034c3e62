using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Channels;

/// <summary>How the channels do.</summary>
internal sealed class ChannelLinesQuery(IEnumerable<IChannel> channels, IDbContextFactory<BotDbContext> contexts, TimeProvider clock)
{
    // what is older says nothing of how a channel does, and looking for it would read everything
    private const int Lately = 20_000;
    private static readonly TimeSpan Days = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<ChannelLine>> LoadAsync(Func<IChannel, bool> wanted, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Dictionary<string, DateTimeOffset> heard = await db.Set<Message>().OrderByDescending(message => message.Seq).Take(Lately).Where(message => message.Role != SenderRole.Bot)
            .GroupBy(message => message.Channel, (channel, all) => new { channel, Last = all.Max(message => message.Time) }).ToDictionaryAsync(one => one.channel, one => one.Last, cancellationToken);
        Dictionary<string, DateTimeOffset?> said = await db.Set<OutboxMessage>().OrderByDescending(row => row.Id).Take(Lately).Where(row => row.State == OutboxState.Sent)
            .GroupBy(row => row.Channel, (channel, all) => new { channel, Last = all.Max(row => row.SentAt) }).ToDictionaryAsync(one => one.channel, one => one.Last, cancellationToken);
        Dictionary<string, int> waiting = await CountAsync(db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Queued), cancellationToken);
        Dictionary<string, int> failed = await CountAsync(Troubled(db), cancellationToken);
        return [.. channels.Where(wanted).Select(channel => new ChannelLine(
            channel, heard.TryGetValue(channel.Name, out DateTimeOffset last) ? last : null, said.GetValueOrDefault(channel.Name),
            waiting.GetValueOrDefault(channel.Name), failed.GetValueOrDefault(channel.Name)))];
    }

    /// <summary>What did not go out, or perhaps not, of the last days.</summary>
    public IQueryable<OutboxMessage> Troubled(BotDbContext db)
    {
        DateTimeOffset since = clock.GetUtcNow() - Days;
        return db.Set<OutboxMessage>().AsNoTracking()
            .Where(row => (row.State == OutboxState.Failed || row.State == OutboxState.InDoubt) && row.TakenBackAt == null && row.CreatedAt >= since);
    }

    private static Task<Dictionary<string, int>> CountAsync(IQueryable<OutboxMessage> rows, CancellationToken cancellationToken) =>
        rows.GroupBy(row => row.Channel, (channel, all) => new { channel, Count = all.Count() }).ToDictionaryAsync(one => one.channel, one => one.Count, cancellationToken);
}
