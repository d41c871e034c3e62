using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>The versions of a document: its name stays, whatever becomes of its text.</summary>
public static class ShelfEditions
{
    public static Task<ShelfDocument?> LiveAsync(this DbSet<ShelfDocument> rows, string name, CancellationToken cancellationToken) =>
        rows.AsTracking().FirstOrDefaultAsync(row => row.Name == name && (row.State == ShelfState.Active || row.State == ShelfState.Disabled), cancellationToken);

    public static Task<ShelfDocument?> DraftAsync(this DbSet<ShelfDocument> rows, string name, CancellationToken cancellationToken) =>
        rows.AsTracking().FirstOrDefaultAsync(row => row.Name == name && row.State == ShelfState.Draft, cancellationToken);

    /// <summary>Everything that ever answered under the name, the first version first.</summary>
    public static IQueryable<ShelfDocument> Of(IQueryable<ShelfDocument> rows, string name) =>
        rows.Where(row => row.Name == name && row.PublishedAt != null).OrderBy(row => row.PublishedAt).ThenBy(row => row.Id);

    /// <summary>What answered at that moment; else the last version before it, else the first.</summary>
    public static ShelfDocument? At(IReadOnlyList<ShelfDocument> editions, DateTimeOffset at) =>
        editions.LastOrDefault(row => row.PublishedAt <= at) ?? (editions.Count > 0 ? editions[0] : null);
}
