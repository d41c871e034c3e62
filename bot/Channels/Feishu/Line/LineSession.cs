using System.Net.WebSockets;
using Bot.Channels.Feishu.Intake;
using Bot.Messaging.Activities;
using Bot.Messaging.Connections;
using Bot.Storage;

namespace Bot.Channels.Feishu.Line;

/// <summary>
/// One connection from its beginning to its end: keeps it alive, joins events, hands them on in their order and answers each when it is
/// stored. What cannot be stored is answered so, and comes again.
/// </summary>
internal sealed class LineSession(FrameSocket socket, LineAddress address, EventIntake intake, TimeProvider clock, ILogger logger) : IDisposable
{
    private const int MostAtOnce = 64;
    private const int MostUnanswered = 2;

    private readonly PartJoiner _parts = new(clock);
    private readonly SemaphoreSlim _room = new(MostAtOnce, MostAtOnce);
    private readonly List<Task> _answering = [];
    private long _ping = address.PingInterval.Ticks;
    private int _unanswered;

    public void Dispose() => _room.Dispose();

    public async Task<ConnectionEnd> RunAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<ConnectionEnd>[] halves = [HearAsync(ended.Token), LiveAsync(ended.Token)];
        try
        {
            return await await Task.WhenAny(halves);
        }
        finally
        {
            await ended.CancelAsync();
            socket.Dispose();
            await Task.WhenAll(halves).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            // what was begun is stored, though nobody can be told
            await Task.WhenAll(_answering);
        }
    }

    private async Task<ConnectionEnd> LiveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Interlocked.Increment(ref _unanswered) > MostUnanswered) { return new ConnectionEnd(EndReason.Lost, "心跳没有回应"); }
            await SendAsync(Frame.Ping(address.Service), cancellationToken);
            await Task.Delay(TimeSpan.FromTicks(Interlocked.Read(ref _ping)), clock, cancellationToken);
        }
    }

    private async Task<ConnectionEnd> HearAsync(CancellationToken cancellationToken)
    {
        while (await socket.ReceiveAsync(cancellationToken) is { } bytes)
        {
            Interlocked.Exchange(ref _unanswered, 0);
            if (FrameReader.Read(bytes) is not { } frame)
            {
                logger.NotUnderstood(bytes.Length);
            }
            else if (frame is { Method: Frame.Control, Payload: { } config } && frame.Header(Frame.Type) == "pong")
            {
                Adjust(config);
            }
            else if (frame.Method == Frame.Data && frame.Header(Frame.Type) == "event" && _parts.Add(frame) is { } said)
            {
                await BeginAsync(frame, said, cancellationToken);
            }
        }
        return new ConnectionEnd(EndReason.Lost, "飞书断开了连接");
    }

    private void Adjust(byte[] config)
    {
        if (JsonFields.Parse(config) is { } said && LineEndpoint.PingInterval(said) is { } interval) { Interlocked.Exchange(ref _ping, interval.Ticks); }
    }

    // the next is read when this one has its place in the queue of what is to be stored
    private async Task BeginAsync(Frame frame, byte[] said, CancellationToken cancellationToken)
    {
        long begun = clock.GetTimestamp();
        await _room.WaitAsync(cancellationToken);
        Task storing = await intake.BeginAsync(said, cancellationToken);
        _answering.RemoveAll(answered => answered.IsCompleted);
        _answering.Add(AnswerAsync(frame, storing, begun));
    }

    private async Task AnswerAsync(Frame frame, Task storing, long begun)
    {
        try
        {
            bool stored = true;
            try
            {
                await storing;
            }
            catch (Exception exception)
            {
                stored = false;
                logger.NotStored(exception);
            }
            await SendAsync(frame.Answer(stored, clock.GetElapsedTime(begun)), CancellationToken.None);
            Steps.Reached(Steps.Acknowledged);
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // without an answer it comes again, and is known
        }
        finally
        {
            _room.Release();
        }
    }

    private Task SendAsync(Frame frame, CancellationToken cancellationToken) =>
        socket.SendAsync(FrameWriter.Write(frame), WebSocketMessageType.Binary, cancellationToken);
}
