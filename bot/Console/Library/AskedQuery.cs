using Bot.Answers;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library;

/// <summary>问过的: the latest questions first.</summary>
public sealed class AskedQuery(IDbContextFactory<BotDbContext> contexts)
{
    private const int PerPage = 30;

    public async Task<AskedModel> LoadAsync(Scope scope, string? filter, string? document, long? before, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<AskedQuestion> all = db.Set<AskedQuestion>();
        if (scope.Groups is { } groups) { all = all.Where(asked => groups.Contains(asked.Group)); }
        if (!string.IsNullOrEmpty(document)) { all = all.Where(asked => asked.Document == document && asked.Answered); }
        string which = filter is "yes" or "no" ? filter : "all";
        IQueryable<AskedQuestion> wanted = which == "all" ? all : all.Where(asked => asked.Answered == (which == "yes"));
        if (before is not null) { wanted = wanted.Where(asked => asked.Id < before); }
        List<AskedQuestion> found = await wanted.OrderByDescending(asked => asked.Id).Take(PerPage + 1).ToListAsync(cancellationToken);
        List<AskedQuestion> shown = [.. found.Take(PerPage)];
        int[] numbers = [.. shown.Select(asked => asked.HandOff).OfType<int>()];
        Dictionary<int, HandOff> items = await db.Set<HandOff>().Where(item => numbers.Contains(item.Number))
            .ToDictionaryAsync(item => item.Number, cancellationToken);
        return new AskedModel(
            which,
            document,
            [.. shown.Select(asked => new AskedRow(asked, asked.HandOff is { } number ? items.GetValueOrDefault(number) : null))],
            await all.CountAsync(asked => asked.Answered, cancellationToken),
            await all.CountAsync(cancellationToken),
            found.Count > PerPage ? shown[^1].Id : null);
    }
}
