using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets;

/// <summary>Repeats the calls of emergencies until someone answers; what is due is read from the tables, so a restart forgets nothing.</summary>
internal sealed class AlertWorker(
    WriteQueue queue, IDbContextFactory<BotDbContext> contexts, CommunityStore community, Alerts alerts, TimeProvider clock, ILogger<AlertWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause = LongestPause;
            try
            {
                pause = await RepeatAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.AlertsFailed(exception);
            }
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<TimeSpan> RepeatAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        DateTimeOffset? next = await db.OpenAlerts().MinAsync(alert => (DateTimeOffset?)alert.NextAt, cancellationToken);
        DateTimeOffset now = clock.GetUtcNow();
        if (next <= now)
        {
            await queue.RunAsync((unit, token) => alerts.RepeatDueAsync(unit, community.Current, now, token), cancellationToken);
            return TimeSpan.FromSeconds(1);
        }
        return next - now is { } wait && wait < LongestPause ? wait : LongestPause;
    }
}
