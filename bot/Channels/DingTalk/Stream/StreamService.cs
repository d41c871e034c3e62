using System.Collections.Concurrent;
using Bot.Channels.DingTalk.Intake;
using Bot.Messaging.Connections;

namespace Bot.Channels.DingTalk.Stream;

/// <summary>Keeps the Stream connections up. Other programs may hold more of the same application: the vendor gives each message to one of them.</summary>
internal sealed class StreamService(StreamLines lines, StreamTickets tickets, MessageIntake intake, TimeProvider clock, ILogger<StreamService> logger) : BackgroundService
{
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<StreamSession, Task> _ending = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(lines.Loops.Select(loop => loop.RunAsync(token => SessionAsync(loop, token), stoppingToken)));
        await Task.WhenAll(_ending.Values);
    }

    private async Task<ConnectionEnd> SessionAsync(ConnectionLoop loop, CancellationToken cancellationToken)
    {
        StreamTicket ticket = await tickets.OpenAsync(cancellationToken);
        if (ticket.Address is not { } address) { return ticket.End!; }
        StreamSession session = new(await FrameSocket.ConnectAsync(address, clock, cancellationToken, Ping), intake, clock, logger);
        loop.Up();
        Task<ConnectionEnd> hearing = session.HearAsync(cancellationToken);
        _ending[session] = EndAsync(session, hearing);
        await Task.WhenAny(hearing, session.Leaving);
        return hearing.IsCompleted ? await hearing : new ConnectionEnd(EndReason.Lost, "钉钉要求换一条连接");
    }

    // What it still brings after the vendor said farewell, and what is not stored yet, goes on beside the next connection
    private async Task EndAsync(StreamSession session, Task<ConnectionEnd> hearing)
    {
        await ((Task)hearing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await session.FinishAsync();
        session.Dispose();
        _ending.TryRemove(session, out _);
    }
}
