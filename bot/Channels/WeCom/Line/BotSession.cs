using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bot.Channels.WeCom.Sending;
using Bot.Messaging.Activities;
using Bot.Messaging.Connections;

namespace Bot.Channels.WeCom.Line;

/// <summary>One connection from its beginning to its end: says who it is, keeps it alive, hands on what it hears, matches answers to what was asked.</summary>
internal sealed class BotSession(FrameSocket socket, WeComOptions options, ChannelWriter<HeardFrame> heard, TimeProvider clock, ILogger logger)
{
    public static readonly TimeSpan AckTime = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(30);
    private const int MostUnanswered = 2;

    private readonly ConcurrentDictionary<string, TaskCompletionSource<Ack>> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _doubtful = new(StringComparer.Ordinal);
    private int _unanswered;

    /// <param name="up">Called once the vendor has let us in.</param>
    public async Task<ConnectionEnd> RunAsync(Action<BotSession> up, CancellationToken cancellationToken)
    {
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<ConnectionEnd>[] halves = [HearAsync(ended.Token), LiveAsync(up, ended.Token)];
        try
        {
            return await await Task.WhenAny(halves);
        }
        finally
        {
            await ended.CancelAsync();
            socket.Dispose();
            await Task.WhenAll(halves).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            foreach (TaskCompletionSource<Ack> waiting in _waiting.Values) { waiting.TrySetResult(new Ack(AckKind.Lost)); }
        }
    }

    /// <summary>Whether an answer under that id failed to come: a late one would be taken for that of the next.</summary>
    public bool IsDoubtful(string requestId) => _doubtful.ContainsKey(requestId);

    /// <summary>Sends a frame and waits for its answer.</summary>
    public async Task<Ack> AskAsync(string command, string requestId, JsonObject body, CancellationToken cancellationToken)
    {
        TaskCompletionSource<Ack> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_waiting.TryAdd(requestId, answer)) { return new Ack(AckKind.NotSaid); }
        try
        {
            await socket.SendAsync(Frames.Make(command, requestId, body), WebSocketMessageType.Text, cancellationToken);
            return await answer.Task.WaitAsync(AckTime, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            _doubtful[requestId] = true;
            return new Ack(AckKind.Lost);
        }
        catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException or WebSocketException { WebSocketErrorCode: WebSocketError.InvalidState })
        {
            return new Ack(AckKind.NotSaid);
        }
        catch (Exception e) when (e is WebSocketException or IOException)
        {
            return new Ack(AckKind.Lost);
        }
        finally
        {
            _waiting.TryRemove(requestId, out _);
        }
    }

    private async Task<ConnectionEnd> LiveAsync(Action<BotSession> up, CancellationToken cancellationToken)
    {
        JsonObject who = new() { ["bot_id"] = options.BotId, ["secret"] = options.Secret };
        Ack ack = await AskAsync(Frames.Subscribe, Frames.NewId(Frames.Subscribe), who, cancellationToken);
        if (ack.Kind != AckKind.Answered) { return new ConnectionEnd(EndReason.Lost, "企业微信没有回应"); }
        if (SendCodes.IsThrottle(ack.Code)) { return new ConnectionEnd(EndReason.Lost, "企业微信嫌连得太勤", TimeSpan.FromMinutes(1)); }
        if (ack.Code != 0) { return new ConnectionEnd(EndReason.Denied, $"企业微信不认这个机器人（错误码 {ack.Code}），请核对 BotId 和 Secret"); }
        up(this);
        while (true)
        {
            await Task.Delay(PingInterval, clock, cancellationToken);
            if (Interlocked.Increment(ref _unanswered) > MostUnanswered) { return new ConnectionEnd(EndReason.Lost, "心跳没有回应"); }
            await socket.SendAsync(Frames.Make(Frames.Ping, Frames.NewId(Frames.Ping), null), WebSocketMessageType.Text, cancellationToken);
        }
    }

    private async Task<ConnectionEnd> HearAsync(CancellationToken cancellationToken)
    {
        while (await socket.ReceiveAsync(cancellationToken) is { } bytes)
        {
            if (JsonFields.Parse(Frames.Cleaned(bytes)) is not { } frame)
            {
                logger.NotUnderstood(bytes.Length);
                continue;
            }
            string requestId = frame.Text("headers", "req_id") ?? "";
            switch (frame.Text("cmd"))
            {
                case Frames.Event when frame.Text("body", "event", "eventtype") == Frames.Displaced:
                    return new ConnectionEnd(EndReason.Displaced, "被另一个程序顶下来了");
                case Frames.Message or Frames.Event:
                    await heard.WriteAsync(new HeardFrame(requestId, frame.At("body"), clock.GetUtcNow()), cancellationToken);
                    break;
                case null or "":
                    Answered(requestId, frame);
                    break;
            }
        }
        return new ConnectionEnd(EndReason.Lost, "企业微信断开了连接");
    }

    private void Answered(string requestId, JsonElement frame)
    {
        if (requestId.StartsWith(Frames.Ping, StringComparison.Ordinal)) { Interlocked.Exchange(ref _unanswered, 0); }
        if (_waiting.TryGetValue(requestId, out TaskCompletionSource<Ack>? waiting))
        {
            waiting.TrySetResult(new Ack(AckKind.Answered, frame.Number("errcode") ?? -1));
        }
    }
}
