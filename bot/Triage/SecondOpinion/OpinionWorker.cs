using Bot.Ai;
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
            .Where(decision => !db.Set<AskedOpinion>().Any(opinion => opinion.MessageSeq == decision.MessageSeq))
            .OrderBy(decision => decision.MessageSeq).Take(Math.Max(0, room)).Select(decision => new { decision.MessageSeq, decision.Kind }).ToListAsync(token);
        db.AddRange(missed.Select(decision => book.Row(decision.MessageSeq, [], DoubtSort.Unsure, decision.Kind)));
    }, cancellationToken);

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        List<AskedOpinion> waiting;
        await using (BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            waiting = await db.Set<AskedOpinion>().Where(opinion => opinion.State == OpinionState.Waiting)
                .OrderBy(opinion => opinion.NextAt).ThenBy(opinion => opinion.MessageSeq).Take(ai.Value.AtOnce * 4).ToListAsync(cancellationToken);
        }
        List<AskedOpinion> due = waiting.FindAll(opinion => opinion.NextAt <= now);
        if (due.Count > 0)
        {
            await AskAsync(due, cancellationToken);
        }
        else if (waiting.Count > 0)
        {
            await book.Noted.WaitAsync(waiting[0].NextAt - now + TimeSpan.FromMilliseconds(1), clock, cancellationToken);
        }
        else
        {
            await book.Noted.WaitAsync(cancellationToken);
        }
    }

    private async Task AskAsync(List<AskedOpinion> due, CancellationToken cancellationToken)
    {
        bool goOn = true;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = ai.Value.AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(due, parallel, async (opinion, token) =>
        {
            if (Volatile.Read(ref goOn) && !await desk.AskAsync(opinion, token)) { Volatile.Write(ref goOn, false); }
        });
    }
}
