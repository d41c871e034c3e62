using Microsoft.Extensions.Options;

namespace Bot.Messaging;

/// <summary>Sends what the outbox holds through every channel, also what an earlier run left behind.</summary>
internal sealed class OutboxSender(
    IEnumerable<IChannel> channels,
    OutboxRows rows,
    Outbox outbox,
    Silences silences,
    IOptions<OutboxOptions> options,
    TimeProvider clock,
    ILogger<OutboxSender> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await RecoverAsync(stoppingToken);
        using CancellationTokenSource drained = new(Timeout.InfiniteTimeSpan, clock);
        using CancellationTokenRegistration stop = stoppingToken.Register(() => drained.CancelAfter(options.Value.Drain));
        await Task.WhenAll(channels.Select(channel =>
            new ChannelSender(channel, rows, silences, outbox.SignalOf(channel.Name), options.Value, clock, logger)
                .RunAsync(stoppingToken, drained.Token)));
    }

    private async Task RecoverAsync(CancellationToken cancellationToken)
    {
        int doubtful = await rows.DoubtUnansweredAsync(
            [.. channels.Where(channel => channel.Capabilities.TakesIdempotencyKey).Select(channel => channel.Name)], cancellationToken);
        if (doubtful > 0)
        {
            logger.FoundInDoubt(doubtful);
        }
        foreach ((string channel, int count) in await rows.CountAsync(cancellationToken))
        {
            if (channels.Any(known => known.Name == channel))
            {
                logger.FoundQueued(count, channel);
            }
            else
            {
                logger.ChannelMissing(count, channel);
            }
        }
    }
}
