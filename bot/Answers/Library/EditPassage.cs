using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library;

public enum PassageAct { Split, Join, Off, On, Ask, Write }

/// <summary>Changes one passage of a document: of a draft in place, of what answers as a draft of the next version.</summary>
/// <param name="At">Of a split: where the second half begins.</param>
/// <param name="Text">The new words of a passage, or its similar questions.</param>
/// <param name="AtOnce">Whether it is published in the same moment: only for what is taken out of use or put back.</param>
public sealed record EditPassage(int Id, int Version, PassageAct Act, int Passage, string By, int At = 0, string? Text = null, bool AtOnce = false);

public sealed class EditPassageHandler(WriteQueue writes, Shelf shelf, TimeProvider clock)
{
    private const int LongestText = 20_000;

    public async Task<ShelfResult> HandleAsync(EditPassage command, CancellationToken cancellationToken)
    {
        ShelfResult result = await writes.RunAsync((db, token) => EditAsync(db, command, token), cancellationToken);
        if (result is { IsDone: true, Document: { IsLive: true } document }) { await shelf.SyncAsync([document.Name], CancellationToken.None); }
        return result;
    }

    private async Task<ShelfResult> EditAsync(BotDbContext db, EditPassage command, CancellationToken cancellationToken)
    {
        ShelfDocument? row = await db.Set<ShelfDocument>().AsTracking().SingleOrDefaultAsync(each => each.Id == command.Id, cancellationToken);
        if (row is null) { return new ShelfResult(null, "没有这份文件"); }
        if (row.Version != command.Version) { return new ShelfResult(row, $"{row.ChangedBy}刚改过，看看差别再保存"); }
        if (row.State == ShelfState.Removed) { return new ShelfResult(row, "这一版不用了，请在现在的版本上改"); }
        if (command.Text?.Length > LongestText) { return new ShelfResult(row, $"请写在{LongestText}字以内"); }
        if (Edited(row.ToDocument(), command) is not { } edited) { return new ShelfResult(row, Refusal(command.Act)); }
        if (row.State == ShelfState.Draft)
        {
            row.Rewrite(edited.Body, command.By, clock.GetUtcNow());
            return new ShelfResult(row);
        }
        if (command is { AtOnce: true, Act: PassageAct.Off or PassageAct.On }) { return new ShelfResult(Next(db, row, edited, ShelfState.Active, command.By)); }
        return await db.Set<ShelfDocument>().DraftAsync(row.Name, cancellationToken) is { } draft
            ? new ShelfResult(draft, $"{draft.ChangedBy}有一份没发布的改动，请在那一份上接着改")
            : new ShelfResult(Next(db, row, edited, ShelfState.Draft, command.By));
    }

    private ShelfDocument Next(BotDbContext db, ShelfDocument live, Document edited, ShelfState state, string by)
    {
        ShelfDocument next = ShelfDocument.Of(edited, live.Origin, state, by, clock.GetUtcNow());
        (next.BasedOn, next.Notes) = (live.Id, live.Notes);
        db.Add(next);
        if (state != ShelfState.Draft) { live.GiveWay(by, clock.GetUtcNow()); }
        return next;
    }

    private static Document? Edited(Document document, EditPassage command) => command.Act switch
    {
        PassageAct.Split => PassageEditor.Split(document, command.Passage, command.At),
        PassageAct.Join => PassageEditor.Join(document, command.Passage),
        PassageAct.Off => PassageEditor.Enable(document, command.Passage, enabled: false),
        PassageAct.On => PassageEditor.Enable(document, command.Passage, enabled: true),
        PassageAct.Ask => PassageEditor.Ask(document, command.Passage, command.Text ?? ""),
        _ => PassageEditor.Rewrite(document, command.Passage, command.Text ?? ""),
    };

    private static string Refusal(PassageAct act) => act switch
    {
        PassageAct.Split => "从这里分不开，请另选一处",
        PassageAct.Join => $"合不起来：合起来不能超过{PassageEditor.LongestPassage}字，停用的和在用的也不能合",
        PassageAct.Write => "请写上内容；不想用这一段，可以停用",
        _ => "没有这一段了",
    };
}
