using Bot.Answers.Library.Checks;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>Publishes, switches, removes or brings back one document.</summary>
/// <param name="Reason">仍要发布: why, although questions came out worse.</param>
public sealed record ChangeDocument(int Id, int Version, ShelfAct Act, string By, string? Reason = null);

/// <param name="Message">Why not, for the person; null when done.</param>
/// <param name="NeedsRun">Whether the regression questions have to be run first.</param>
/// <param name="Overtaken">Whether another version was published since the draft was made.</param>
/// <param name="Worse">The run in which questions came out worse: there a reason is given.</param>
public sealed record ShelfResult(ShelfDocument? Document, string? Message = null, bool NeedsRun = false, bool Overtaken = false, int? Worse = null)
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
        ShelfDocument? live = await db.Set<ShelfDocument>().LiveAsync(document.Name, cancellationToken);
        switch (command.Act)
        {
            case ShelfAct.Publish when document.State == ShelfState.Draft:
                return await PublishAsync(db, document, live, command, cancellationToken);
            case ShelfAct.Restore when document.State == ShelfState.Removed && document.PublishedAt is not null && (live is not null || await IsOldAsync(db, document, cancellationToken)):
                return new ShelfResult(RollBack(db, document, live, command.By));
        }
        if (document.Apply(command.Act, command.By, clock.GetUtcNow()) is { } refusal) { return new ShelfResult(document, refusal); }
        document.ReplacedAt = document.IsLive ? null : document.ReplacedAt;
        return new ShelfResult(document);
    }

    private async Task<ShelfResult> PublishAsync(
        BotDbContext db, ShelfDocument draft, ShelfDocument? live, ChangeDocument command, CancellationToken cancellationToken)
    {
        if (live is not null && draft.BasedOn != live.Id)
        {
            return new ShelfResult(draft, $"{live.PublishedBy ?? live.ChangedBy}刚发布过新的一版，看看差别再发布", Overtaken: true);
        }
        QuestionRun? run = draft.CheckRun is { } id ? await db.Set<QuestionRun>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) : null;
        bool isChecked = run is { State: RunState.Done } && run.StartedAt >= draft.ChangedAt;
        string? reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        if (!isChecked && await db.Set<CheckQuestion>().AnyAsync(cancellationToken))
        {
            return new ShelfResult(draft, "先看看回归问题的结果再发布", NeedsRun: true);
        }
        if (run is { Worse: > 0 } && isChecked && reason is null) { return new ShelfResult(draft, $"有{run.Worse}问变差。仍要发布，请写上原因", Worse: run.Id); }
        DateTimeOffset now = clock.GetUtcNow();
        if (draft.Apply(ShelfAct.Publish, command.By, now) is { } refusal) { return new ShelfResult(draft, refusal); }
        (draft.PublishedAt, draft.PublishedBy, draft.Reason, draft.CheckRun) = (now, command.By, run is { Worse: > 0 } ? reason : null, isChecked ? run!.Id : null);
        live?.GiveWay(command.By, now);
        return new ShelfResult(draft);
    }

    // Whether another version answered after it, be it gone or not
    private static async Task<bool> IsOldAsync(BotDbContext db, ShelfDocument document, CancellationToken cancellationToken) =>
        (await ShelfEditions.Of(db.Set<ShelfDocument>(), document.Name).LastAsync(cancellationToken)).Id != document.Id;

    // What answered in between stays as it was: a version brought back is the newest one
    private ShelfDocument RollBack(BotDbContext db, ShelfDocument former, ShelfDocument? live, string by)
    {
        DateTimeOffset now = clock.GetUtcNow();
        ShelfDocument again = ShelfDocument.Of(former.ToDocument(), former.Origin, former.RemovedFrom ?? ShelfState.Active, by, now);
        (again.BasedOn, again.Notes) = (former.Id, former.Notes);
        db.Add(again);
        live?.GiveWay(by, now);
        return again;
    }
}
