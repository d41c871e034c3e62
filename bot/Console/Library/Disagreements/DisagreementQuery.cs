using Bot.Answers;
using Bot.Answers.Library;
using Bot.Answers.Library.Disagreements;
using Bot.Console.Library.Editing;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library.Disagreements;

/// <summary>Two documents in use that say the same with other numbers, as a question met them.</summary>
/// <param name="Times">How often the group heard of it.</param>
public sealed record DisagreementRow(AskedQuestion Last, ShelfDocument First, ShelfDocument Second, int Times);

/// <summary>说法不一: what the group was told with two sources; gone once one of them no longer says or holds it, or a person has said that they mean other things.</summary>
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
        if (asked.Count == 0) { return []; }
        string[] names = [.. asked.SelectMany(row => new[] { row.Document!, row.OtherDocument! }).Distinct()];
        DateOnly today = DateOnly.FromDateTime(communityClock.Local(clock.GetUtcNow()));
        Dictionary<string, ShelfDocument> live = [];
        foreach (ShelfDocument row in await db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Active && names.Contains(row.Name)).ToListAsync(cancellationToken))
        {
            DateOnly? successor = (await db.Set<ShelfDocument>().SuccessorAsync(row, cancellationToken))?.Effective;
            if (row.On(today, successor).Answers()) { live[row.Name] = row; }
        }
        HashSet<(int, int)> agreed = [.. (await db.Set<AgreedPair>().ToListAsync(cancellationToken)).Select(pair => (pair.First, pair.Second))];
        return [.. asked.Where(row => live.ContainsKey(row.Document!) && live.ContainsKey(row.OtherDocument!))
            .GroupBy(row => string.CompareOrdinal(row.Document, row.OtherDocument) < 0 ? (row.Document, row.OtherDocument) : (row.OtherDocument, row.Document))
            .Select(pair => (Times: pair.Count(), Last: pair.FirstOrDefault(row => Stands(live, row)))).Where(pair => pair.Last is not null)
            .Select(pair => new DisagreementRow(pair.Last!, live[pair.Last!.Document!], live[pair.Last.OtherDocument!], pair.Times))
            .Where(row => !agreed.Contains((Math.Min(row.First.Id, row.Second.Id), Math.Max(row.First.Id, row.Second.Id))))];
    }

    private static bool Stands(Dictionary<string, ShelfDocument> live, AskedQuestion asked) =>
        QuotePlace.Of(live[asked.Document!].ToDocument().Text, asked.Quote) is not null && QuotePlace.Of(live[asked.OtherDocument!].ToDocument().Text, asked.OtherQuote) is not null;
}
