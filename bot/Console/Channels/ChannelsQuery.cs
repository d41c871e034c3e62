using Bot.Grids;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Bot.Messaging.Members;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Channels;

public sealed class ChannelsQuery(IEnumerable<IChannel> channels, IDbContextFactory<BotDbContext> contexts, CommunityStore community, TimeProvider clock)
{
    // what is older says nothing of how a channel does, and looking for it would read everything
    private const int Lately = 20_000;
    private const int MostMembers = 30;
    private const int MostFailed = 20;
    private static readonly TimeSpan Days = TimeSpan.FromDays(7);

    public async Task<ChannelsModel> LoadAsync(ChannelsFilter filter, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        CommunityDirectory directory = community.Current;
        return new ChannelsModel(
            filter, await LinesAsync(db, cancellationToken),
            await db.Set<ConversationReference>().AsNoTracking().Where(known => known.IsGroup).OrderBy(known => known.BoundBy != null).ThenByDescending(known => known.Id).ToListAsync(cancellationToken),
            await MembersAsync(db, filter, cancellationToken), await Troubled(db).OrderByDescending(row => row.Id).Take(MostFailed).ToListAsync(cancellationToken),
            [.. directory.Groups.Keys], [.. directory.People.Where(person => person.Role != "resident").Select(person => person.Name)]);
    }

    private async Task<IReadOnlyList<ChannelLine>> LinesAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        Dictionary<string, DateTimeOffset> heard = await db.Set<Message>().OrderByDescending(message => message.Seq).Take(Lately).Where(message => message.Role != SenderRole.Bot)
            .GroupBy(message => message.Channel, (channel, all) => new { channel, Last = all.Max(message => message.Time) }).ToDictionaryAsync(one => one.channel, one => one.Last, cancellationToken);
        Dictionary<string, DateTimeOffset?> said = await db.Set<OutboxMessage>().OrderByDescending(row => row.Id).Take(Lately).Where(row => row.SentAt != null)
            .GroupBy(row => row.Channel, (channel, all) => new { channel, Last = all.Max(row => row.SentAt) }).ToDictionaryAsync(one => one.channel, one => one.Last, cancellationToken);
        Dictionary<string, int> waiting = await CountAsync(db.Set<OutboxMessage>().Where(row => row.State == OutboxState.Queued), cancellationToken);
        Dictionary<string, int> failed = await CountAsync(Troubled(db), cancellationToken);
        return [.. channels.Select(channel => new ChannelLine(
            channel, heard.TryGetValue(channel.Name, out DateTimeOffset last) ? last : null, said.GetValueOrDefault(channel.Name),
            waiting.GetValueOrDefault(channel.Name), failed.GetValueOrDefault(channel.Name)))];
    }

    private IQueryable<OutboxMessage> Troubled(BotDbContext db)
    {
        DateTimeOffset since = clock.GetUtcNow() - Days;
        return db.Set<OutboxMessage>().AsNoTracking()
            .Where(row => (row.State == OutboxState.Failed || row.State == OutboxState.InDoubt) && row.TakenBackAt == null && row.CreatedAt >= since);
    }

    private static Task<Dictionary<string, int>> CountAsync(IQueryable<OutboxMessage> rows, CancellationToken cancellationToken) =>
        rows.GroupBy(row => row.Channel, (channel, all) => new { channel, Count = all.Count() }).ToDictionaryAsync(one => one.channel, one => one.Count, cancellationToken);

    private static Task<List<Member>> MembersAsync(BotDbContext db, ChannelsFilter filter, CancellationToken cancellationToken)
    {
        string? name = filter.Name?.Trim();
        IQueryable<Member> found = db.Set<Member>().AsNoTracking();
        if (name is { Length: > 0 }) { found = found.Where(member => member.Name.Contains(name) || member.Person!.Contains(name)); }
        // those whom somebody calls as a worker of the directory come first: they wait to be told apart
        return found.OrderBy(member => member.Person != null).ThenByDescending(member => member.Name.EndsWith(MemberBook.Unchecked)).ThenByDescending(member => member.Id)
            .Take(MostMembers).ToListAsync(cancellationToken);
    }
}
