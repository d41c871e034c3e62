using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Conversations;

/// <summary>The conversations of every channel, under the names the community knows them by.</summary>
public sealed class ConversationBook(WriteQueue writes, IDbContextFactory<BotDbContext> contexts, CommunityStore community)
{
    /// <summary>Where a channel says what is meant for <paramref name="name"/>; null when it never heard of it.</summary>
    public async Task<ConversationReference?> FindAsync(string channel, string name, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<ConversationReference>().AsNoTracking().FirstOrDefaultAsync(known => known.Channel == channel && known.Name == name, cancellationToken);
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
        string name = group ?? $"{known.Title ?? "群"}·{known.Id}";
        if (await db.Set<ConversationReference>().AnyAsync(other => other.Channel == known.Channel && other.Name == name && other.Id != known.Id, cancellationToken))
        {
            return $"“{group}”已经接在另一个会话上，请先解开那一个";
        }
        (known.Name, known.BoundBy) = (name, group is null ? null : by);
        db.Note(name);
        return null;
    }
}
