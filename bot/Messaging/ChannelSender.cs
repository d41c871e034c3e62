using System.Collections.Concurrent;
using Bot.Storage;

namespace Bot.Messaging;

/// <summary>
/// Sends what one channel is to say: in order within a conversation, several conversations at a time.
/// A row that waits for its next try holds back its own conversation only, a channel that fails only itself.
/// </summary>
internal sealed class ChannelSender(
    IChannel channel, OutboxRows rows, Silences silences, Signal signal, OutboxOptions options, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private const int LookAhead = 1024;

    private readonly ConcurrentDictionary<string, Task> _lanes = new(StringComparer.Ordinal);
    private readonly Queue<OutboxMessage> _waiting = new();
    private readonly Pace _pace = new(channel.Capabilities.Limits);

    /// <summary>Sends until <paramref name="stopping"/>, then what is still due until <paramref name="drained"/>.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken drained)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                DateTimeOffset now = clock.GetUtcNow();
                await StartLanesAsync(now, drained);
                await signal.WaitAsync(await TimeToNextAsync(now, stopping), clock, stopping);
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                logger.LookingFailed(channel.Name, exception);
                await Task.Delay(options.FirstRetry, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
            }
        }
        await DrainAsync(drained);
    }

    private async Task DrainAsync(CancellationToken drained)
    {
        try
        {
            do
            {
                await Task.WhenAll(_lanes.Values);
                await StartLanesAsync(clock.GetUtcNow(), drained);
            }
            while (!_lanes.IsEmpty);
        }
        catch (Exception exception) when (!drained.IsCancellationRequested)
        {
            logger.LookingFailed(channel.Name, exception);
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(_lanes.Values);
        }
    }

    private async Task StartLanesAsync(DateTimeOffset now, CancellationToken drained)
    {
        if (_waiting.Count == 0)
        {
            List<OutboxMessage> due = await rows.DueAsync(channel.Name, now, LookAhead, drained);
            due.ForEach(_waiting.Enqueue);
        }
        while (_lanes.Count < options.Lanes && _waiting.TryDequeue(out OutboxMessage? row))
        {
            if (!_lanes.ContainsKey(row.Conversation) && !_pace.IsPaused(row.Conversation, now))
            {
                // Listed before it runs: a lane that ends at once must find its entry to remove it
                Task<Task> lane = new(() => SendNextAsync(row, drained), CancellationToken.None);
                _lanes[row.Conversation] = lane.Unwrap();
                lane.Start(TaskScheduler.Default);
            }
        }
    }

    // With every lane taken the next lane that ends wakes us. The moment is that of the look before: between two readings a row could fall due unseen
    private async Task<TimeSpan> TimeToNextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? due = _waiting.Count > 0 ? null : await rows.NextTimeAsync(channel.Name, now, cancellationToken);
        DateTimeOffset? next = _pace.NextEnd(now) is { } end && (due is null || end < due) ? end : due;
        return next is { } time && time - now < LongestSleep
            ? TimeSpan.FromMilliseconds(Math.Ceiling((time - now).TotalMilliseconds))
            : LongestSleep;
    }

    // The row may have been tried, withdrawn or changed since it was read; the one after it is found when this lane has ended
    private async Task SendNextAsync(OutboxMessage row, CancellationToken drained)
    {
        string conversation = row.Conversation;
        try
        {
            if (await rows.DueStillAsync(row, drained) is { } due) { await (silences.Holds(due) ? MuteAsync(due, drained) : SendInTimeAsync(due, drained)); }
        }
        catch (Exception exception) when (!drained.IsCancellationRequested)
        {
            string masked = PrivateLine.Masked(conversation, conversation);
            logger.LaneFailed(channel.Name, masked, exception);
            await Task.Delay(options.FirstRetry, clock, drained).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            _lanes.TryRemove(conversation, out _);
            signal.Set();
        }
    }

    // 闭嘴 came after it was queued
    private async Task MuteAsync(OutboxMessage row, CancellationToken drained)
    {
        row.State = OutboxState.Muted;
        if (await rows.StoreAsync(row, drained)) { Tell(row); }
    }

    private Task SendInTimeAsync(OutboxMessage row, CancellationToken drained) =>
        _pace.TryTake(row.Conversation, clock.GetUtcNow()) ? SendAsync(row, drained) : Task.CompletedTask;

    private async Task SendAsync(OutboxMessage row, CancellationToken drained)
    {
        DateTimeOffset now = clock.GetUtcNow();
        DateTimeOffset? doubted = row.SentAt;
        if (row.Recalls is null && now - doubted > channel.Capabilities.IdempotencyWindow)
        {
            await DoubtAsync(row, drained);
            return;
        }
        // a crash must not leave it open since when it may have been said
        if (channel.Capabilities.IdempotencyWindow != Capabilities.ForGood)
        {
            (row.State, row.SentAt) = (OutboxState.Sending, doubted ?? now);
            if (!await rows.StoreAsync(row, drained)) { return; }
        }
        OutboxState tried = row.State;
        Steps.Reached(Steps.Sending, channel.Name);
        SendResult result = await TryAsync(row, drained);
        row.SentAt = result.Outcome == SendOutcome.Unknown ? doubted ?? now : doubted;
        if (result.Outcome == SendOutcome.Sent)
        {
            Steps.Reached(Steps.Sent, channel.Name);
        }
        if (result is { Outcome: SendOutcome.TryLater, After: { } after })
        {
            _pace.Pause(result.WholeChannel ? null : row.Conversation, clock.GetUtcNow() + after);
        }
        await MarkAsync(row, tried, result, drained);
        if (row.State == OutboxState.Sent)
        {
            Steps.Reached(Steps.Marked, channel.Name);
        }
        Tell(row);
    }

    // The channel has forgotten the key by now and would say it again
    private async Task DoubtAsync(OutboxMessage row, CancellationToken drained)
    {
        (row.State, row.Error) = (OutboxState.InDoubt, "早先发过一次，没有回音，可能已经在群里了；请看一眼，没有再重发");
        if (await rows.StoreAsync(row, drained)) { Tell(row); }
    }

    private async Task<SendResult> TryAsync(OutboxMessage row, CancellationToken drained)
    {
        using CancellationTokenSource late = new(options.Timeout, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, drained);
        try
        {
            Task<SendResult> sending = row.Recalls is null ? channel.SendAsync(row, either.Token) : channel.RecallAsync(row, either.Token);
            return await sending.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            return new SendResult(SendOutcome.Unknown, late.IsCancellationRequested
                ? $"{options.Timeout.TotalSeconds:0} 秒内没有回音" : "发送途中程序停止");
        }
        catch (Exception exception)
        {
            logger.SendFailed(row.Id, row.Channel, exception);
            return new SendResult(SendOutcome.Unknown, $"发送出错：{exception.GetType().Name}");
        }
    }

    // Once the channel has answered, only the end of the program may keep the answer from being written down
    private async Task MarkAsync(OutboxMessage row, OutboxState tried, SendResult result, CancellationToken drained)
    {
        Delivery.Settle(row, result, channel.Capabilities.TakesIdempotencyKey, options, clock.GetUtcNow(), Random.Shared.NextDouble());
        while (true)
        {
            try
            {
                await rows.SettleAsync(row, tried, channel.Capabilities.KeepsItsWords, CancellationToken.None);
                return;
            }
            catch (Exception exception) when (!drained.IsCancellationRequested)
            {
                logger.MarkFailed(row.Id, channel.Name, exception);
                await Task.Delay(options.FirstRetry, clock, drained);
            }
        }
    }

    private void Tell(OutboxMessage row)
    {
        LogLevel level = row.State switch
        {
            OutboxState.Sent or OutboxState.Draft or OutboxState.Muted => LogLevel.Information,
            OutboxState.Queued => LogLevel.Warning,
            _ => LogLevel.Error,
        };
        if (logger.IsEnabled(level))
        {
            double milliseconds = (clock.GetUtcNow() - row.CreatedAt).TotalMilliseconds;
            string conversation = PrivateLine.Masked(row.Conversation, row.Conversation);
            string key = PrivateLine.Masked(row.Conversation, row.Key);
            logger.Tried(level, row.Id, key, row.Channel, conversation, row.State, row.Attempts, milliseconds);
        }
    }
}
