using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Pictures;

/// <summary>
/// Fetches pictures as soon as they are heard of, since the addresses of vendors die in minutes; also those that an earlier run left.
/// Each channel by itself: a vendor that does not answer makes nobody else's late.
/// </summary>
public sealed class PictureFetcher(
    IEnumerable<IPictureSource> sources, Inbox inbox, WriteQueue writes, IDbContextFactory<BotDbContext> contexts, PhotoStore photos,
    TimeProvider clock, ILogger<PictureFetcher> logger) : BackgroundService
{
    /// <summary>How long one try may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        IPictureSource[] known = [.. sources.DistinctBy(source => source.Channel)];
        string[] channels = [.. known.Select(source => source.Channel)];
        PictureQueue[] queues = [.. known.Append(null).Select(source => new PictureQueue(source, channels, writes, contexts, photos, clock, logger))];
        Task all = Task.WhenAll(queues.Select(queue => queue.RunAsync(stoppingToken)));
        while (!stoppingToken.IsCancellationRequested)
        {
            await inbox.PicturesArrived.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (PictureQueue queue in queues) { queue.Arrived.Set(); }
        }
        await all;
    }
}
