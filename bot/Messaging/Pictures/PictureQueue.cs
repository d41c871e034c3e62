using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Messaging.Pictures;

/// <summary>The pictures of one channel that wait to be fetched.</summary>
/// <param name="source">Of the channel; null for pictures of channels that are no more.</param>
/// <param name="others">Names of the channels that have a source.</param>
internal sealed class PictureQueue(
    IPictureSource? source, string[] others, WriteQueue writes, IDbContextFactory<BotDbContext> contexts, PhotoStore photos, TimeProvider clock, ILogger logger)
{
    private const int AtOnce = 8;
    private const string TooLate = "一直取不到，渠道上的地址已经过期";
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(10);

    public Signal Arrived { get; } = new();

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        int failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                TimeSpan wait = await WorkAsync(stoppingToken);
                failures = 0;
                if (wait > TimeSpan.Zero) { await Arrived.WaitAsync(wait, clock, stoppingToken); }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LookingFailed(exception);
                await Task.Delay(Pause(++failures), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>How long until the next try; nothing when more is due.</summary>
    private async Task<TimeSpan> WorkAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<Picture> next;
        await using (BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            string? channel = source?.Channel;
            next = await db.Set<Picture>().AsNoTracking()
                .Where(picture => picture.State == PictureState.Waiting && (channel == null ? !others.Contains(picture.Channel) : picture.Channel == channel))
                .OrderBy(picture => picture.NextAt).Take(AtOnce).ToListAsync(cancellationToken);
        }
        Picture[] due = [.. next.Where(picture => picture.NextAt <= now)];
        await Task.WhenAll(due.Select(picture => FetchAsync(picture, cancellationToken)));
        if (due.Length > 0 || next.Count == 0) { return due.Length > 0 ? TimeSpan.Zero : LongestSleep; }
        TimeSpan wait = next[0].NextAt - now;
        return wait < LongestSleep ? wait : LongestSleep;
    }

    private async Task FetchAsync(Picture picture, CancellationToken cancellationToken)
    {
        FetchedPicture fetched = source is null ? new FetchedPicture.Gone("这个渠道取不了照片") : await TryAsync(source, picture, cancellationToken);
        int bytes = 0;
        if (fetched is FetchedPicture.Content content)
        {
            bytes = content.Bytes.Length;
            fetched = Keep(picture, content);
        }
        PictureState state = await writes.RunAsync((db, token) => SettleAsync(db, picture.Name, fetched, source?.Lives ?? TimeSpan.Zero, token), cancellationToken);
        logger.Fetched(picture.Name, picture.Channel, state, picture.Attempts + 1, bytes);
    }

    private FetchedPicture Keep(Picture picture, FetchedPicture.Content content)
    {
        try
        {
            return photos.Keep(picture.Name, content.Bytes) is { } refusal ? new FetchedPicture.Gone(refusal) : content;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // the disk is full: that is a try like any other, with a longer pause before the next
            logger.FetchFailed(picture.Name, picture.Channel, exception.GetType().Name);
            return new FetchedPicture.Later();
        }
    }

    private async Task<FetchedPicture> TryAsync(IPictureSource source, Picture picture, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(PictureFetcher.Longest, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await source.FetchAsync(picture, either.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // the message of an exception may hold the address, and that is a secret
            logger.FetchFailed(picture.Name, picture.Channel, exception.GetType().Name);
            return new FetchedPicture.Later();
        }
    }

    private async Task<PictureState> SettleAsync(BotDbContext db, string name, FetchedPicture fetched, TimeSpan lives, CancellationToken cancellationToken)
    {
        Picture? row = await db.Set<Picture>().FirstOrDefaultAsync(known => known.Name == name, cancellationToken);
        if (row is null)
        {
            // taken back or erased meanwhile
            db.AfterCommit(() => photos.Remove([name]));
            return PictureState.GivenUp;
        }
        row.Attempts++;
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset again = now + ((fetched as FetchedPicture.Later)?.After ?? Pause(row.Attempts));
        (row.State, row.Reason, row.NextAt) = fetched switch
        {
            FetchedPicture.Content => (PictureState.Kept, null, now),
            FetchedPicture.Gone gone => (PictureState.GivenUp, gone.Reason, now),
            _ when again > row.HeardAt + lives => (PictureState.GivenUp, TooLate, now),
            _ => (PictureState.Waiting, (string?)null, again),
        };
        if (row.State != PictureState.Waiting) { row.Source = null; }
        return row.State;
    }

    private static TimeSpan Pause(int attempts)
    {
        TimeSpan pause = FirstPause * Math.Pow(2, Math.Min(attempts - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }
}
