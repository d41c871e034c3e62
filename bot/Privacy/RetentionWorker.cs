using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>Runs the retention every day, after the backup of the night; a day that was missed is caught up after the next start.</summary>
internal sealed class RetentionWorker(
    Retention retention, IDbContextFactory<BotDbContext> contexts, CommunityClock community, TimeProvider clock, ILogger<RetentionWorker> logger) : BackgroundService
{
    private const int Hour = 4;
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        DateTimeOffset earliest = clock.GetUtcNow() + AfterStart;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                DateTimeOffset due = Due(await LastAsync(stoppingToken), earliest, community);
                TimeSpan wait = due - clock.GetUtcNow();
                if (wait > TimeSpan.Zero) { await Task.Delay(wait, clock, stoppingToken); }
                await retention.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.RetentionFailed(exception);
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    internal static DateTimeOffset Due(DateTimeOffset? last, DateTimeOffset earliest, CommunityClock community)
    {
        if (last is not { } ran) { return earliest; }
        DateTime day = community.Local(ran).Date;
        DateTimeOffset next = community.Instant(day.AddHours(Hour));
        if (next <= ran) { next = community.Instant(day.AddDays(1).AddHours(Hour)); }
        return next > earliest ? next : earliest;
    }

    private async Task<DateTimeOffset?> LastAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<RetentionRun>().MaxAsync(run => (DateTimeOffset?)run.At, cancellationToken);
    }
}
