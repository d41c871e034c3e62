using System.Threading.Channels;
using Bot.Channels.WeCom.Line;
using Bot.Messaging.Activities;
using Bot.Messaging.Receiving;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom.Intake;

/// <summary>
/// Stores what the long connection brought, in its order. The vendor gives it once and wants no acknowledgement: what cannot be
/// stored now is tried until it can.
/// </summary>
internal sealed class Listening(
    BotConnection connection, WeComChannel channel, Reception reception, IOptions<WeComOptions> options, TimeProvider clock, ILogger<Listening> logger)
    : BackgroundService
{
    private const int MostAtOnce = 64;
    private const int MostTries = 60;
    private static readonly TimeSpan ReplyTime = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    // Until the connection is over and all it brought is stored; the token only ends the further tries
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ChannelReader<HeardFrame> heard = connection.Heard;
        while (await heard.WaitToReadAsync(CancellationToken.None))
        {
            List<Task> storing = [];
            while (storing.Count < MostAtOnce && heard.TryRead(out HeardFrame? frame)) { storing.Add(KeepAsync(frame, stoppingToken)); }
            await Task.WhenAll(storing);
        }
    }

    private async Task KeepAsync(HeardFrame frame, CancellationToken stoppingToken)
    {
        if (MessageReader.Read(frame.Body, options.Value.BotName) is not { } activity) { return; }
        ReplyToken? reply = activity.Type == ActivityTypes.Message && frame.RequestId.Length > 0 ? new ReplyToken(frame.RequestId, frame.At + ReplyTime) : null;
        for (int tries = 1; tries <= MostTries; tries++)
        {
            try
            {
                await reception.ReceiveAsync(new Heard(channel, activity, reply), CancellationToken.None);
                return;
            }
            catch (Exception exception)
            {
                logger.NotStored(tries, exception);
                if (stoppingToken.IsCancellationRequested) { return; }
                TimeSpan pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(tries - 1, 6)), LongestPause.TotalSeconds));
                await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
