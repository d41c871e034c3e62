using System.Collections.Concurrent;
using Bot.Ai;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Triage.SecondOpinion;

/// <summary>Asks what waits, a few at a time, beside triage and never in its way. What waits is in the tables.</summary>
public sealed class OpinionWorker(
    DoubtBook book, OpinionDesk desk, WriteQueue queue, IDbContextFactory<BotDbContext> contexts, IOptions<AiOptions> ai, IOptions<SecondOpinionOptions> options,
    IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<OpinionWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Recent = TimeSpan.FromHours(6);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private readonly ConcurrentDictionary<long, Task> _running = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_running.Values).ContinueWith(_ => { }, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!book.IsOn) { return; }
        await lifetime.StartedAsync(stoppingToken);
        bool pickedUp = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!pickedUp) { await PickUpAsync(stoppingToken); }
                pickedUp = true;
                await StepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.Failed(exception);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    /// <summary>What came to wait in 待审 while no model was configured.</summary>
    private Task PickUpAsync(CancellationToken cancellationToken) => queue.RunAsync(async (db, token) =>
    {
        DateTimeOffset since = clock.GetUtcNow() - Recent;
        int room = options.Value.MostWaiting - await db.Set<AskedOpinion>().CountAsync(opinion => opinion.State == OpinionState.Waiting, token);
        var missed = await db.Set<MessageDecision>()
            .Where(decision => decision.NeedsReview && decision.DecidedAt > since && decision.Kind != Kind.Emergency)
            .Where(decision => db.Set<Message>().Any(message => message.Seq == decision.MessageSeq && message.Record == null && message.Role == SenderRole.Resident))
            .Where(decision => !db.Set<AskedOpinion>().Any(opinion => opinion.MessageSeq == decision.MessageSeq))
            .OrderBy(decision => decision.MessageSeq).Take(Math.Max(0, room)).Select(decision => new { decision.MessageSeq, decision.Kind }).ToListAsync(token);
        db.AddRange(missed.Select(decision => book.Row(decision.MessageSeq, [], DoubtSort.Unsure, decision.Kind)));
    }, cancellationToken);

    /// <summary>Starts what is due while there is room, then waits for news: something noted, something settled, or the next one's time.</summary>
    private async Task StepAsync(CancellationToken cancellationToken)
    {
        int room = ai.Value.AtOnce - _running.Count;
        List<AskedOpinion> waiting = room > 0 ? await WaitingAsync(room, cancellationToken) : [];
        bool started = false;
        foreach (AskedOpinion due in waiting.Where(opinion => opinion.NextAt <= clock.GetUtcNow()))
        {
            // in the list before it runs: it takes itself out again
            _running[due.MessageSeq] = Task.CompletedTask;
            _running.TryUpdate(due.MessageSeq, Task.Run(() => AskAsync(due, cancellationToken), CancellationToken.None), Task.CompletedTask);
            started = true;
        }

        if (!started && waiting.Count > 0)
        {
            await book.Noted.WaitAsync(waiting[0].NextAt - clock.GetUtcNow() + Tick, clock, cancellationToken);
        }
        else if (!started)
        {
            await book.Noted.WaitAsync(cancellationToken);
        }
    }

    private async Task<List<AskedOpinion>> WaitingAsync(int most, CancellationToken cancellationToken)
    {
        long[] running = [.. _running.Keys];
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<AskedOpinion>().Where(opinion => opinion.State == OpinionState.Waiting && !running.Contains(opinion.MessageSeq))
            .OrderBy(opinion => opinion.NextAt).ThenBy(opinion => opinion.MessageSeq).Take(most).ToListAsync(cancellationToken);
    }

    private async Task AskAsync(AskedOpinion opinion, CancellationToken cancellationToken)
    {
        try
        {
            await desk.AskAsync(opinion, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.Failed(exception);
            await Task.Delay(Pause, clock, cancellationToken);
        }
        finally
        {
            _running.TryRemove(opinion.MessageSeq, out _);
            book.Noted.Set();
        }
    }
}
