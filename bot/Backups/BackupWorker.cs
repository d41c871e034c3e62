using Bot.Grids;
using Microsoft.Extensions.Options;

namespace Bot.Backups;

/// <summary>Makes the daily backup and those that are asked for. When the next is due is read from the folder, so a missed hour is caught up.</summary>
internal sealed class BackupWorker(
    BackupDesk desk, IOptions<BackupsOptions> options, CommunityClock community, TimeProvider clock, ILogger<BackupWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset started = clock.GetUtcNow();
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                TimeSpan wait = Due(started) - clock.GetUtcNow();
                if (wait <= TimeSpan.Zero) { desk.Start(); }
                await desk.WaitAsync(wait < LongestPause && wait > TimeSpan.Zero ? wait : LongestPause, stoppingToken);
                if (desk.State.IsRunning) { await desk.RunAsync(stoppingToken); }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                logger.BackupFailed(exception);
                await Task.Delay(LongestPause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
        }
    }

    private DateTimeOffset Due(DateTimeOffset started) =>
        BackupPlan.Due(desk.Newest()?.Made, started, desk.State.FailedAt, options.Value.Hour, community);
}
