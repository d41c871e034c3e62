using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

/// <summary>The writer has seen what was published meanwhile: the draft now stands on that.</summary>
public sealed record StandOnLatest(int Id, int Version, string By);

public sealed class StandOnLatestHandler(WriteQueue writes, TimeProvider clock)
{
    public Task<ShelfResult> HandleAsync(StandOnLatest command, CancellationToken cancellationToken) => writes.RunAsync(async (db, token) =>
    {
        ShelfDocument? draft = await db.Set<ShelfDocument>().AsTracking().SingleOrDefaultAsync(row => row.Id == command.Id, token);
        if (draft is not { State: ShelfState.Draft }) { return new ShelfResult(draft, "这份不在待发布里了"); }
        if (draft.Version != command.Version) { return new ShelfResult(draft, $"{draft.ChangedBy}刚改过，看看差别再保存"); }
        draft.BasedOn = (await db.Set<ShelfDocument>().LiveAsync(draft.Name, token))?.Id;
        draft.Rewrite(draft.Body, command.By, clock.GetUtcNow());
        return new ShelfResult(draft);
    }, cancellationToken);
}
