using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library.Disagreements;

/// <summary>Which documents say the same with other numbers and mean other things: the group hears no warning of them, until one of the two changes.</summary>
public sealed class PairBook(WriteQueue writes, DocumentStore store, IDbContextFactory<BotDbContext> contexts, TimeProvider clock)
{
    /// <summary>False when one of the versions is no longer in use.</summary>
    public async Task<bool> AgreeAsync(int one, int two, string by, CancellationToken cancellationToken)
    {
        (int first, int second) = (Math.Min(one, two), Math.Max(one, two));
        bool done = await writes.RunAsync(async (db, token) =>
        {
            if (first == second || await Shelf.Live(db).CountAsync(row => row.Id == first || row.Id == second, token) < 2) { return false; }
            if (!await db.Set<AgreedPair>().AnyAsync(pair => pair.First == first && pair.Second == second, token))
            {
                db.Add(new AgreedPair { First = first, Second = second, At = clock.GetUtcNow(), By = by });
            }
            return true;
        }, cancellationToken);
        await ApplyAsync(cancellationToken);
        return done;
    }

    public async Task ForgetAsync(int one, int two, CancellationToken cancellationToken)
    {
        (int first, int second) = (Math.Min(one, two), Math.Max(one, two));
        await writes.RunAsync((db, token) => db.Set<AgreedPair>().Where(pair => pair.First == first && pair.Second == second).ExecuteDeleteAsync(token), cancellationToken);
        await ApplyAsync(cancellationToken);
    }

    /// <summary>Gives the names to what answers.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<AgreedPair> pairs = await db.Set<AgreedPair>().ToListAsync(cancellationToken);
        int[] ids = [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()];
        Dictionary<int, string> names = await Shelf.Live(db).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        store.Agreed = pairs.Where(pair => names.ContainsKey(pair.First) && names.ContainsKey(pair.Second)).Select(pair => DocumentStore.Pair(names[pair.First], names[pair.Second])).ToHashSet();
    }
}
