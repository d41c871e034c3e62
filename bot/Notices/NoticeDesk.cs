using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Notices;

/// <summary>What every act of a person on a notice has in common: load, account, refuse what is stale, decide, save, tell.</summary>
public sealed class NoticeDesk(WriteQueue queue, NoticeBook book, NoticesChanged changed, ILogger<NoticeDesk> logger)
{
    internal Task<NoticeResult> DecideAsync(
        int number, int version, string act, string by, Func<BotDbContext, Notice, CancellationToken, Task<NoticeResult>> decide, CancellationToken cancellationToken) =>
        queue.RunAsync(async (db, token) =>
        {
            Notice? notice = await db.Set<Notice>().FirstOrDefaultAsync(notice => notice.Number == number, token);
            if (notice is null) { return NoticeResult.NotFound; }
            // What fell due before the change goes by what was agreed then
            await book.AccountAsync(db, notice, token);
            if (notice.Version != version)
            {
                return new NoticeResult(NoticeResultKind.Stale, notice, [$"{notice.ChangedBy}刚改过，看看差别再保存"]);
            }
            return Told(db, await decide(db, notice, token), act, by);
        }, cancellationToken);

    /// <summary>An act on one sending.</summary>
    internal Task<NoticeResult> DecideAsync(
        long run, string act, string by, Func<BotDbContext, Notice, NoticeRun, CancellationToken, Task<NoticeResult>> decide, CancellationToken cancellationToken) =>
        queue.RunAsync(async (db, token) =>
        {
            NoticeRun? found = await db.Set<NoticeRun>().FirstOrDefaultAsync(known => known.Id == run, token);
            Notice? notice = found is null ? null : await db.Set<Notice>().FirstOrDefaultAsync(notice => notice.Number == found.Notice, token);
            return found is null || notice is null ? NoticeResult.NotFound : Told(db, await decide(db, notice, found, token), act, by);
        }, cancellationToken);

    internal Task<NoticeResult> AddAsync(Func<BotDbContext, CancellationToken, Task<NoticeResult>> make, string by, CancellationToken cancellationToken) =>
        queue.RunAsync(async (db, token) => Told(db, await make(db, token), "written", by), cancellationToken);

    private NoticeResult Told(BotDbContext db, NoticeResult result, string act, string by)
    {
        if (result is { IsDone: true, Notice: { } notice })
        {
            db.AfterCommit(() => logger.Changed(notice.Number, act, by));
            db.AfterCommit(() => changed.Tell(notice.Number));
        }
        return result;
    }
}
