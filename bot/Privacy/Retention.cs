using Bot.Answers.Library;
using Bot.Grids;
using Bot.Messaging.Pictures;
using Bot.Messaging.Privacy;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Privacy;

/// <summary>
/// Deletes what residents said longer ago than <see cref="PrivacyOptions.KeepDays"/>, in small units of work, so that nobody who writes waits long.
/// What belongs to an open ticket stays with it.
/// </summary>
public sealed class Retention(
    WriteQueue writes, IDbContextFactory<BotDbContext> contexts, Database database, PhotoStore photos, Shelf shelf, CommunityStore community,
    IOptions<PrivacyOptions> options, TimeProvider clock, ILogger<Retention> logger)
{
    private const int Batch = 200;
    private const int LookedUp = 5_000;
    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(90);

    public async Task<RetentionRun> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        RetentionRun run = new() { At = now, Before = options.Value.Oldest(now) };
        run.Messages = await MessagesAsync(run.Before, cancellationToken);
        run.Texts = await ReportsAsync(run.Before, cancellationToken);
        foreach (Func<BotDbContext, long, CancellationToken, Task<int>> step in OldWords.Steps)
        {
            run.Texts += await WhileAnyAsync((db, token) => step(db, run.Before.ToUnixTimeMilliseconds(), token), cancellationToken);
        }
        DateTimeOffset old = now - RunsKept;
        await writes.RunAsync(
            async (db, token) =>
            {
                await db.Set<RetentionRun>().Where(earlier => earlier.At < old).ExecuteDeleteAsync(token);
                db.Add(run);
            },
            cancellationToken);
        if (!(shelf.Flush() & await database.CheckpointAsync(cancellationToken))) { logger.CheckpointBusy(); }
        logger.Kept(run.Messages, run.Texts);
        return run;
    }

    // looked up beside the writer, which only deletes
    private async Task<int> MessagesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        int deleted = 0;
        while (true)
        {
            List<OldMessage> old;
            await using (BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken))
            {
                old = await OldMessage.FindAsync(db, before, LookedUp, cancellationToken);
            }
            foreach (OldMessage[] some in old.Chunk(Batch))
            {
                await writes.RunAsync((db, token) => DeleteAsync(db, some, token), cancellationToken);
            }
            deleted += old.Count;
            if (old.Count < LookedUp) { return deleted; }
        }
    }

    private async Task DeleteAsync(BotDbContext db, OldMessage[] messages, CancellationToken cancellationToken)
    {
        await MessageRemoval.RunAsync(db, [.. messages.Select(message => message.Seq)], cancellationToken);
        string[] names = [.. messages.SelectMany(message => message.Images)];
        db.AfterCommit(() => photos.Remove(names));
    }

    private Task<int> ReportsAsync(DateTimeOffset before, CancellationToken cancellationToken) => WhileAnyAsync(
        async (db, token) =>
        {
            (int hidden, IReadOnlyList<string> images) = await OldWords.HideReportsAsync(db, before.ToUnixTimeMilliseconds(), IsWorker, token);
            db.AfterCommit(() => photos.Remove(images));
            return hidden;
        },
        cancellationToken);

    private bool IsWorker(string name) => community.Current.PersonNamed(name) is { Role: not PersonRoles.Resident } || community.Current.BotNames.Contains(name);

    private async Task<int> WhileAnyAsync(Func<BotDbContext, CancellationToken, Task<int>> step, CancellationToken cancellationToken)
    {
        int total = 0;
        for (int done = 1; done > 0; total += done) { done = await writes.RunAsync(step, cancellationToken); }
        return total;
    }
}
