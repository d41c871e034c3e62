using Knowledge.Answering;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>The versions of a document: its name stays, whatever becomes of its text.</summary>
public static class ShelfEditions
{
    /// <summary>What answers, or would if it were not switched off.</summary>
    public static IQueryable<ShelfDocument> Live(this IQueryable<ShelfDocument> rows) => rows.Where(row => row.State == ShelfState.Active || row.State == ShelfState.Disabled);

    /// <summary>A draft, also one that was thrown away, is nobody's but the community's.</summary>
    public static IQueryable<ShelfDocument> ReadableBy(this IQueryable<ShelfDocument> rows, bool community) =>
        community ? rows : rows.Where(row => row.State != ShelfState.Draft && row.RemovedFrom != ShelfState.Draft);

    public static Task<ShelfDocument?> LiveAsync(this DbSet<ShelfDocument> rows, string name, CancellationToken cancellationToken) =>
        rows.AsTracking().Live().FirstOrDefaultAsync(row => row.Name == name, cancellationToken);

    public static Task<ShelfDocument?> DraftAsync(this DbSet<ShelfDocument> rows, string name, CancellationToken cancellationToken) =>
        rows.AsTracking().FirstOrDefaultAsync(row => row.Name == name && row.State == ShelfState.Draft, cancellationToken);

    /// <summary>The document that took the place of another, found as the knowledge base finds it; null when there is none or it is not known.</summary>
    /// <param name="live">From a name to what is active or disabled under it.</param>
    public static ShelfDocument? SuccessorOf(ShelfDocument document, Func<string, ShelfDocument?> live) => document.SupersededBy is not { } successor ? null
        : Validity.NamesOf(document.Name, successor).Select(live).FirstOrDefault(found => found is not null);

    /// <summary>The same among all rows.</summary>
    public static async Task<ShelfDocument?> SuccessorAsync(this DbSet<ShelfDocument> rows, ShelfDocument document, CancellationToken cancellationToken)
    {
        if (document.SupersededBy is not { } successor) { return null; }
        string[] names = Validity.NamesOf(document.Name, successor);
        List<ShelfDocument> found = await rows.Live().Where(row => names.Contains(row.Name)).ToListAsync(cancellationToken);
        return SuccessorOf(document, name => found.Find(row => row.Name == name));
    }

    /// <summary>Everything that ever answered under the name, the first version first.</summary>
    public static IQueryable<ShelfDocument> Of(IQueryable<ShelfDocument> rows, string name) =>
        rows.Where(row => row.Name == name && row.PublishedAt != null).OrderBy(row => row.PublishedAt).ThenBy(row => row.Id);

    /// <summary>What answered at that moment; else the last version before it, else the first.</summary>
    public static ShelfDocument? At(IReadOnlyList<ShelfDocument> editions, DateTimeOffset at) =>
        editions.LastOrDefault(row => row.PublishedAt <= at) ?? (editions.Count > 0 ? editions[0] : null);
}
