using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Said;

public sealed class SaidQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community)
{
    private const int PageSize = 30;

    public async Task<SaidModel> LoadAsync(SaidFilter filter, Scope scope, CancellationToken cancellationToken)
    {
        string[] groups = [.. community.Current.Groups.Keys.Where(scope.Covers)];
        string[] shown = filter.Group is { Length: > 0 } one ? [.. groups.Where(group => group == one)] : groups;
        string? words = filter.Words?.Trim();
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<OutboxMessage> rows = db.Set<OutboxMessage>().AsNoTracking().Where(row => shown.Contains(row.Conversation) && row.Recalls == null);
        if (filter.Before is { } before) { rows = rows.Where(row => row.Id < before); }
        if (filter.Unsaid is true) { rows = rows.Where(row => row.State == OutboxState.Muted); }
        if (words is { Length: > 0 }) { rows = rows.Where(row => row.Text.Contains(words)); }
        List<OutboxMessage> found = await rows.OrderByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new SaidModel(filter, [.. found.Take(PageSize)], groups, found.Count > PageSize ? found[PageSize - 1].Id : null);
    }

    /// <summary>One row, for a correction that was refused.</summary>
    public async Task<SaidModel> OneAsync(long id, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return new SaidModel(
            new SaidFilter(), await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.Id == id).ToListAsync(cancellationToken), [], null);
    }
}
