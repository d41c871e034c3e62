using System.Net.WebSockets;

namespace Bot.Messaging.Connections;

/// <summary>
/// Keeps one long connection up: a session after the other, with growing pauses between those that fail. Ends by itself when the
/// connection is another's or the vendor denies it repeatedly; a person must look then.
/// </summary>
public sealed class ConnectionLoop(string channel, TimeProvider clock, ILogger logger)
{
    public const int MostDenials = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private volatile ConnectionState _state = new(false, clock.GetUtcNow(), "还没有连接");
    private volatile bool _wasUp;

    public ConnectionState State => _state;

    /// <summary>Said by a session when the vendor has let it in.</summary>
    public void Up()
    {
        _wasUp = true;
        Stand(true, "已连接");
        logger.Connected(channel);
    }

    /// <param name="session">Connects, calls <see cref="Up"/> and runs until the connection ends. What it throws is a connection that is lost.</param>
    /// <param name="stopping">The end of the program.</param>
    public async Task RunAsync(Func<CancellationToken, Task<ConnectionEnd>> session, CancellationToken stopping)
    {
        int failures = 0, denials = 0;
        while (!stopping.IsCancellationRequested)
        {
            _wasUp = false;
            ConnectionEnd end = await TryAsync(session, stopping);
            if (stopping.IsCancellationRequested) { break; }
            (failures, denials) = (_wasUp ? 1 : failures + 1, end.Reason == EndReason.Denied ? denials + 1 : _wasUp ? 0 : denials);
            if (end.Reason == EndReason.Displaced || denials >= MostDenials)
            {
                Stand(false, $"{end.Words}，没有再连");
                logger.GaveUp(channel, end.Reason, denials);
                return;
            }
            TimeSpan pause = end.After ?? Pause(failures, Random.Shared.NextDouble());
            Stand(false, $"{end.Words}，正在重连");
            logger.ConnectionLost(channel, end.Reason, failures, pause.TotalSeconds);
            await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        Stand(false, "程序在停止");
    }

    /// <summary>Doubles with each failure up to the longest, less up to a quarter of it by chance.</summary>
    internal static TimeSpan Pause(int failures, double chance) =>
        TimeSpan.FromSeconds(Math.Min(FirstPause.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 10)), LongestPause.TotalSeconds) * (1 - (0.25 * chance)));

    private async Task<ConnectionEnd> TryAsync(Func<CancellationToken, Task<ConnectionEnd>> session, CancellationToken stopping)
    {
        try
        {
            return await session(stopping);
        }
        catch (Exception exception)
        {
            if (!stopping.IsCancellationRequested && exception is not (WebSocketException or HttpRequestException or IOException or OperationCanceledException))
            {
                logger.SessionFailed(channel, exception);
            }
            return new ConnectionEnd(EndReason.Lost, "连接断了");
        }
    }

    private void Stand(bool up, string words) => _state = new ConnectionState(up, _state.IsUp == up ? _state.Since : clock.GetUtcNow(), words);
}
