using System.Net.WebSockets;

namespace Bot.Messaging.Connections;

/// <summary>
/// Keeps one long connection up: a session after the other, with growing pauses between those that fail. Rests when the connection is
/// another's or the vendor denies it repeatedly, until a person says <see cref="Again"/>.
/// </summary>
public sealed class ConnectionLoop(string channel, TimeProvider clock, ILogger logger)
{
    public const int MostDenials = 5;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private volatile ConnectionState _state = new(false, clock.GetUtcNow(), "还没有连接");
    private volatile TaskCompletionSource _again = new();
    private volatile bool _wasUp;

    public ConnectionState State => _state;

    /// <summary>Said by a session when the vendor has let it in.</summary>
    public void Up()
    {
        _wasUp = true;
        Stand(true, "已连接");
        logger.Connected(channel);
    }

    /// <summary>Tries now what is down, as if it had never failed.</summary>
    /// <returns>False while it is up.</returns>
    public bool Again()
    {
        if (_state.IsUp) { return false; }
        _again.TrySetResult();
        return true;
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
            if (await RestAsync(end, failures, denials, stopping)) { (failures, denials) = (0, 0); }
        }
        Stand(false, "程序在停止");
    }

    // True when a person had it tried again
    private async Task<bool> RestAsync(ConnectionEnd end, int failures, int denials, CancellationToken stopping)
    {
        // before anybody sees that it is down
        Task again = (_again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        TimeSpan pause = Timeout.InfiniteTimeSpan;
        if (end.Reason == EndReason.Displaced || denials >= MostDenials)
        {
            Stand(false, $"{end.Words}，没有再连", isGivenUp: true);
            logger.GaveUp(channel, end.Reason, denials);
        }
        else
        {
            pause = end.After ?? Pause(failures, Random.Shared.NextDouble());
            Stand(false, $"{end.Words}，正在重连");
            logger.ConnectionLost(channel, end.Reason, failures, pause.TotalSeconds);
        }
        using CancellationTokenSource rested = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(again, Task.Delay(pause, clock, rested.Token));
        await rested.CancelAsync();
        if (!again.IsCompleted) { return false; }
        Stand(false, "正在连接");
        return true;
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
            return new ConnectionEnd(EndReason.Lost, _wasUp ? "连接断了" : "连不上对方的服务器");
        }
    }

    private void Stand(bool up, string words, bool isGivenUp = false) =>
        _state = new ConnectionState(up, _state.IsUp == up ? _state.Since : clock.GetUtcNow(), words) { IsGivenUp = isGivenUp };
}
