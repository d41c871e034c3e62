using Bot.Answers;
using Bot.Answers.Library;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library.Disagreements;

/// <summary>Two documents in use that say the same with other numbers, as a question met them.</summary>
/// <param name="Times">How often the group heard of it.</param>
public sealed record DisagreementRow(AskedQuestion Last, ShelfDocument First, ShelfDocument Second, int Times);

/// <summary>说法不一: what the group was told with two sources; gone once one of them no longer holds.</summary>
public sealed class DisagreementQuery(IDbContextFactory<BotDbContext> contexts, CommunityClock communityClock, TimeProvider clock)
{
    private const int MostAsked = 1000;

    public async Task<IReadOnlyList<DisagreementRow>> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<AskedQuestion> all = db.Set<AskedQuestion>().Where(row => row.OtherDocument != null);
        if (scope.Groups is { } groups) { all = all.Where(row => groups.Contains(row.Group)); }
        List<AskedQuestion> asked = await all
            .OrderByDescending(row => row.Id).Take(MostAsked).ToListAsync(cancellationToken);
        string[] names = [.. asked.SelectMany(row => new[] { row.Document!, row.OtherDocument! }).Distinct()];
        DateOnly today = DateOnly.FromDateTime(communityClock.Local(clock.GetUtcNow()));
        Dictionary<string, ShelfDocument> live = (await db.Set<ShelfDocument>()
            .Where(row => row.State == ShelfState.Active && names.Contains(row.Name)).ToListAsync(cancellationToken))
            .Where(row => row.On(today, successor: null).Answers()).ToDictionary(row => row.Name);
        return [.. asked.Where(row => live.ContainsKey(row.Document!) && live.ContainsKey(row.OtherDocument!))
            .GroupBy(row => string.CompareOrdinal(row.Document, row.OtherDocument) < 0 ? (row.Document, row.OtherDocument) : (row.OtherDocument, row.Document))
            .Select(pair => new DisagreementRow(pair.First(), live[pair.First().Document!], live[pair.First().OtherDocument!], pair.Count()))];
    }
}
