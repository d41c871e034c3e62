using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Channels.ChatRecord;

/// <summary>Forgets what was pasted and never confirmed.</summary>
internal sealed class RecordForgetter(WriteQueue writes, IDbContextFactory<BotDbContext> contexts, TimeProvider clock, ILogger<RecordForgetter> logger) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.ForgettingFailed(exception);
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset since = clock.GetUtcNow() - Kept;
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await Old(db, since).AnyAsync(cancellationToken)) { return; }
        int forgotten = await writes.RunAsync((unit, token) => Old(unit, since).ExecuteDeleteAsync(token), cancellationToken);
        logger.Forgotten(forgotten);
    }

    private static IQueryable<PastedRecord> Old(BotDbContext db, DateTimeOffset since) =>
        db.Set<PastedRecord>().Where(record => record.State == RecordState.Preview && record.PastedAt < since);
}
