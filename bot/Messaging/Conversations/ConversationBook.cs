using Bot.Grids;
using Bot.Messaging.Members;
using Bot.Messaging.Receiving;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Conversations;

/// <summary>The conversations of every channel, under the names the community knows them by.</summary>
/// <param name="channels">Known late: they know this.</param>
public sealed class ConversationBook(
    WriteQueue writes, IDbContextFactory<BotDbContext> contexts, CommunityStore community, Lazy<IEnumerable<IChannel>> channels, TimeProvider clock)
{
    /// <summary>
    /// Where a channel says what is meant for <paramref name="name"/>; null when it never heard of it. The line of a person of the directory is
    /// told only while its member is known to be that person: what is meant for them reaches nobody else.
    /// </summary>
    public async Task<ConversationReference?> FindAsync(string channel, string name, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        ConversationReference? known = await db.Set<ConversationReference>().AsNoTracking().FirstOrDefaultAsync(known => known.Channel == channel && known.Name == name, cancellationToken);
        if (known is null or { IsGroup: true } || PrivateLine.IsOfMember(name)) { return known; }
        string? person = PrivateLine.PersonOf(name);
        bool theirs = await db.Set<Member>().AnyAsync(member => member.Channel == channel && member.ExternalId == known.Member && member.Person == person, cancellationToken);
        return theirs ? known : null;
    }

    /// <summary>
    /// A person says which group of the directory it is. What was heard before keeps the name it had. An empty group frees it again.
    /// </summary>
    /// <returns>Null when done, else why not.</returns>
    public Task<string?> AssignAsync(long id, string? group, string by, CancellationToken cancellationToken) => writes.RunAsync(
        async (db, token) => await db.Set<ConversationReference>().FirstOrDefaultAsync(known => known.Id == id && known.IsGroup, token) is { } known
            ? await AssignAsync(db, known, group, by, token)
            : "没有这个会话，可能已经删掉了",
        cancellationToken);

    private async Task<string?> AssignAsync(BotDbContext db, ConversationReference known, string? group, string by, CancellationToken cancellationToken)
    {
        if (group is not null && !community.Current.Groups.ContainsKey(group)) { return $"没有“{group}”这个群，请从名单里选"; }
        if (group is not null && await IsTakenAsync(db, known, group, cancellationToken)) { return $"“{group}”已经接在另一个会话上，请先解开那一个"; }
        string name = group ?? await OwnNameAsync(db, known, cancellationToken);
        if (known.Name != name) { await db.KeepFormerAsync(known, clock.GetUtcNow(), cancellationToken); }
        (known.Name, known.BoundBy) = (name, group is null ? null : by);
        db.Note(name);
        return null;
    }

    private async Task<string> OwnNameAsync(BotDbContext db, ConversationReference known, CancellationToken cancellationToken)
    {
        string label = channels.Value.FirstOrDefault(channel => channel.Name == known.Channel)?.Label ?? known.Channel;
        string name = Naming.Group(label, known.Title, known.ExternalId);
        int n = 1;
        while (await IsTakenAsync(db, known, Naming.Nth(name, n), cancellationToken)) { n++; }
        return Naming.Nth(name, n);
    }

    private static Task<bool> IsTakenAsync(BotDbContext db, ConversationReference known, string name, CancellationToken cancellationToken) =>
        db.Set<ConversationReference>().AnyAsync(other => other.Channel == known.Channel && other.Name == name && other.Id != known.Id, cancellationToken);
}
