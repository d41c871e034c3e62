namespace Bot.Tickets.Deadlines;

/// <summary>Runs the desk whenever something is due; what is due stands in the tables, so a restart forgets nothing.</summary>
internal sealed class DueWorker(DueDesk desk, TimeProvider clock, ILogger<DueWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause = LongestPause;
            try
            {
                pause = await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.DueFailed(exception);
            }
            catch (OperationCanceledException)
            {
            }
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A full batch has more behind it
    private async Task<TimeSpan> LookAsync(CancellationToken cancellationToken)
    {
        while (await desk.NextAsync(cancellationToken) <= clock.GetUtcNow() && await desk.RunAsync(cancellationToken) == DueDesk.Batch) { }
        TimeSpan? wait = await desk.NextAsync(cancellationToken) - clock.GetUtcNow();
        return wait is null || wait > LongestPause ? LongestPause : wait < ShortestPause ? ShortestPause : wait.Value;
    }
}
