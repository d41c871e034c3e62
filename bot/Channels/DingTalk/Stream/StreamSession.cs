using System.Net.WebSockets;
using System.Text.Json;
using Bot.Channels.DingTalk.Intake;
using Bot.Messaging.Activities;
using Bot.Messaging.Connections;
using Bot.Messaging.Receiving;
using Bot.Storage;

namespace Bot.Channels.DingTalk.Stream;

/// <summary>
/// One Stream connection: stores what it brings, in its order, and acknowledges what is durable. Whether the vendor brings again what was
/// not acknowledged is not sure, so what cannot be stored now is tried until it can.
/// </summary>
internal sealed class StreamSession(FrameSocket socket, MessageIntake intake, TimeProvider clock, ILogger logger) : IDisposable
{
    private const int MostAtOnce = 1000;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>The vendor closes 10 seconds after it said so.</summary>
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(12);

    // of each conversation; used by the one that hears
    private readonly Dictionary<string, Turn> _last = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _room = new(MostAtOnce, MostAtOnce);
    private readonly TaskCompletionSource _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the vendor wants us on another connection; this one is still heard until it closes.</summary>
    public Task Leaving => _leaving.Task;

    public async Task<ConnectionEnd> HearAsync(CancellationToken stopping)
    {
        using CancellationTokenSource late = new(Timeout.InfiniteTimeSpan, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stopping, late.Token);
        while (await socket.ReceiveAsync(either.Token) is { } bytes)
        {
            if (StreamFrame.Read(bytes) is not { } frame)
            {
                logger.NotUnderstood(bytes.Length);
            }
            else if (frame.IsFarewell)
            {
                late.CancelAfter(FarewellTime);
                _leaving.TrySetResult();
            }
            else
            {
                await TakeAsync(frame, stopping);
            }
        }
        return new ConnectionEnd(EndReason.Lost, "钉钉断开了连接");
    }

    /// <summary>Until what it brought is stored and acknowledged, or given up.</summary>
    public async Task FinishAsync()
    {
        for (int i = 0; i < MostAtOnce; i++) { await _room.WaitAsync(CancellationToken.None); }
    }

    public void Dispose()
    {
        socket.Dispose();
        _room.Dispose();
    }

    private async Task TakeAsync(StreamFrame frame, CancellationToken stopping)
    {
        if (frame.IsPing)
        {
            await socket.SendAsync(frame.Pong(), WebSocketMessageType.Text, stopping);
        }
        else if (frame is { Type: StreamFrame.Callback, Topic: StreamFrame.MessageTopic })
        {
            await _room.WaitAsync(stopping);
            JsonElement? message = frame.Message();
            string conversation = message?.Text("conversationId") ?? "";
            if (_last.Count >= MostAtOnce) { Forget(); }
            (Turn before, Turn own) = (_last.GetValueOrDefault(conversation) ?? new Turn(), new Turn());
            _last[conversation] = own;
            own.Done = KeepAsync(frame, message, before, own, stopping);
        }
        else if (frame.Type is StreamFrame.Event or StreamFrame.Callback)
        {
            await AckAsync(frame);
        }
    }

    private void Forget()
    {
        foreach (string over in _last.Where(last => last.Value.Done.IsCompleted).Select(last => last.Key).ToArray()) { _last.Remove(over); }
    }

    /// <param name="frame">To be acknowledged.</param>
    /// <param name="message">What it brought; null when it cannot be read.</param>
    /// <param name="before">What the conversation brought before it: one that cannot be stored yet is not overtaken.</param>
    /// <param name="own">Its own turn.</param>
    /// <param name="stopping">The end of the program.</param>
    private async Task KeepAsync(StreamFrame frame, JsonElement? message, Turn before, Turn own, CancellationToken stopping)
    {
        try
        {
            if (before.IsHeld)
            {
                own.IsHeld = true;
                await before.Done.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            if (message is not { } said || await StoreAsync(said, before, own, stopping)) { await AckAsync(frame); }
        }
        finally
        {
            _room.Release();
        }
    }

    private async Task<bool> StoreAsync(JsonElement message, Turn before, Turn own, CancellationToken stopping)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                await intake.ReceiveAsync(message);
                return true;
            }
            catch (Exception exception)
            {
                own.IsHeld = true;
                logger.NotStored(tries, exception);
                if (stopping.IsCancellationRequested) { return false; }
                if (tries >= Outage.MostTries && !Outage.Is(exception))
                {
                    logger.Lost(exception);
                    return false;
                }
                TimeSpan pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(tries - 1, 6)), LongestPause.TotalSeconds));
                await Task.Delay(pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await before.Done.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task AckAsync(StreamFrame frame)
    {
        if (frame.MessageId is not { } id) { return; }
        try
        {
            await socket.SendAsync(StreamFrame.Ack(id, frame.Type == StreamFrame.Event), WebSocketMessageType.Text, CancellationToken.None);
            Steps.Reached(Steps.Acknowledged);
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // the connection is gone; the id of the message tells when it comes again
        }
    }

    private sealed class Turn
    {
        private volatile bool _isHeld;

        /// <summary>Stored, or given up.</summary>
        public Task Done { get; set; } = Task.CompletedTask;

        /// <summary>It could not be stored at once.</summary>
        public bool IsHeld
        {
            get => _isHeld;
            set => _isHeld = value;
        }
    }
}
