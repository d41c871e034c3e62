using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>Publishes, switches, removes or brings back one document.</summary>
public sealed record ChangeDocument(int Id, int Version, ShelfAct Act, string By);

/// <param name="Message">Why not, for the person; null when done.</param>
public sealed record ShelfResult(ShelfDocument? Document, string? Message = null)
{
    public bool IsDone => Message is null;
}

public sealed class ChangeDocumentHandler(WriteQueue writes, Shelf shelf, TimeProvider clock)
{
    public async Task<ShelfResult> HandleAsync(ChangeDocument command, CancellationToken cancellationToken)
    {
        ShelfResult result = await writes.RunAsync((db, token) => ChangeAsync(db, command, token), cancellationToken);
        if (result is { IsDone: true, Document: { } document }) { await shelf.SyncAsync([document.Name], CancellationToken.None); }
        return result;
    }

    private async Task<ShelfResult> ChangeAsync(BotDbContext db, ChangeDocument command, CancellationToken cancellationToken)
    {
        ShelfDocument? document = await db.Set<ShelfDocument>().AsTracking().SingleOrDefaultAsync(row => row.Id == command.Id, cancellationToken);
        if (document is null) { return new ShelfResult(null, "没有这份文件"); }
        if (document.Version != command.Version) { return new ShelfResult(document, $"{document.ChangedBy}刚改过，看看差别再保存"); }
        bool wasDraft = document.State == ShelfState.Draft;
        if (document.Apply(command.Act, command.By, clock.GetUtcNow()) is { } refusal) { return new ShelfResult(document, refusal); }
        if (wasDraft && command.Act == ShelfAct.Remove) { db.Remove(document); }
        if (command.Act is ShelfAct.Publish or ShelfAct.Restore) { await ReplaceOthersAsync(db, document, command.By, cancellationToken); }
        return new ShelfResult(document);
    }

    // The version before stays, removed: it can be brought back
    private async Task ReplaceOthersAsync(BotDbContext db, ShelfDocument document, string by, CancellationToken cancellationToken)
    {
        List<ShelfDocument> others = await db.Set<ShelfDocument>().AsTracking()
            .Where(row => row.Name == document.Name && row.Id != document.Id && (row.State == ShelfState.Active || row.State == ShelfState.Disabled))
            .ToListAsync(cancellationToken);
        foreach (ShelfDocument other in others) { other.Apply(ShelfAct.Remove, by, clock.GetUtcNow()); }
    }
}
