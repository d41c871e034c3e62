using System.Threading.Channels;
using Bot.Channels.WeCom.Line;
using Bot.Messaging.Activities;
using Bot.Messaging.Receiving;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom.Intake;

/// <summary>
/// Stores what the long connection brought, in its order. The vendor gives it once and wants no acknowledgement: what cannot be
/// stored now is tried until it can, and only what breaks by itself is given up.
/// </summary>
internal sealed class Listening(
    BotConnection connection, WeComChannel channel, Reception reception, IOptions<WeComOptions> options, TimeProvider clock, ILogger<Listening> logger)
    : BackgroundService
{
    private const int MostAtOnce = 256;
    private static readonly TimeSpan ReplyTime = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    // Until the connection is over and all it brought is stored; the token only ends the further tries
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ChannelReader<HeardFrame> heard = connection.Heard;
        while (await heard.WaitToReadAsync(CancellationToken.None))
        {
            List<Heard> some = [];
            while (some.Count < MostAtOnce && heard.TryRead(out HeardFrame? frame))
            {
                if (Read(frame) is { } said) { some.Add(said); }
            }
            // one after the other within a conversation, the conversations in common commits
            await Task.WhenAll(some.GroupBy(said => said.Activity.Conversation?.Id).Select(conversation => KeepAllAsync([.. conversation], stoppingToken)));
        }
    }

    private Heard? Read(HeardFrame frame)
    {
        if (MessageReader.Read(frame.Body, options.Value.BotName) is not { } activity) { return null; }
        return new Heard(channel, activity, activity.Type == ActivityTypes.Message && frame.RequestId.Length > 0 ? new ReplyToken(frame.RequestId, frame.At + ReplyTime) : null);
    }

    private async Task KeepAllAsync(Heard[] said, CancellationToken stoppingToken)
    {
        foreach (Heard one in said) { await KeepAsync(one, stoppingToken); }
    }

    private async Task KeepAsync(Heard said, CancellationToken stoppingToken)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                await reception.ReceiveAsync(said, CancellationToken.None);
                return;
            }
            catch (Exception exception)
            {
                logger.NotStored(tries, exception);
                if (stoppingToken.IsCancellationRequested) { return; }
                if (tries >= Outage.MostTries && !Outage.Is(exception))
                {
                    logger.Lost(exception);
                    return;
                }
                TimeSpan pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(tries - 1, 6)), LongestPause.TotalSeconds));
                await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
