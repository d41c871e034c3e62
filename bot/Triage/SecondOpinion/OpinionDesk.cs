using Bot.Ai;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.SecondOpinion;

/// <summary>Asks about one doubtful matter and sees the answer through; whatever the model does, the engine's decision stands until then.</summary>
public sealed class OpinionDesk(
    WriteQueue queue, OpinionCases cases, ModelClient model, ModelLedger ledger, ApplyOpinionHandler apply, TimeProvider clock, ILogger<OpinionDesk> logger)
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    // by then people have seen it
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(6);

    public async Task AskAsync(AskedOpinion asked, CancellationToken cancellationToken)
    {
        bool over = asked.Attempts >= MostAttempts || clock.GetUtcNow() - asked.NotedAt > TooOld;
        if (over || await cases.LoadAsync(asked, cancellationToken) is not { } loaded)
        {
            await ChangeAsync(asked.MessageSeq, row => row.State = OpinionState.GivenUp, cancellationToken);
            return;
        }

        // counted before it goes out: what brings the program down is not asked for ever
        await ChangeAsync(asked.MessageSeq, row => (row.Attempts, row.AskedAt) = (row.Attempts + 1, clock.GetUtcNow()), cancellationToken);
        ModelReply reply = await model.AskAsync(loaded.Request, cancellationToken);
        if (reply.Failure is ModelOutcome.BreakerOpen or ModelOutcome.OverBudget)
        {
            await PostponeAllAsync(asked.MessageSeq, reply, cancellationToken);
            return;
        }
        await TakeAsync(asked, loaded, reply, cancellationToken);
    }

    private async Task TakeAsync(AskedOpinion asked, OpinionCase loaded, ModelReply reply, CancellationToken cancellationToken)
    {
        (Opinion? opinion, ModelOutcome? rejected) = reply.Text is { } text ? OpinionReader.Read(text, loaded.Tickets.Count) : (null, reply.Failure);
        if (opinion is not null)
        {
            OpinionAct act = await apply.HandleAsync(new ApplyOpinion(asked.MessageSeq, loaded, opinion, reply), cancellationToken);
            logger.Weighed(asked.MessageSeq, opinion.Kind, opinion.Confidence, act);
            return;
        }
        await FailAsync(asked.MessageSeq, loaded.Request.Task, rejected!.Value, reply, cancellationToken);
        logger.Rejected(asked.MessageSeq, rejected.Value, reply.Status);
    }

    private Task FailAsync(long seq, string task, ModelOutcome why, ModelReply reply, CancellationToken cancellationToken) =>
        queue.RunAsync(async (db, token) =>
        {
            await ledger.WriteAsync(db, task, why, reply, token);
            AskedOpinion? row = await WaitingAsync(db, seq, token);
            if (row is null) { return; }
            bool again = why is ModelOutcome.TimedOut or ModelOutcome.Busy or ModelOutcome.ServerFailed or ModelOutcome.Unreachable or ModelOutcome.Refused;
            TimeSpan wait = FirstWait * (1 << row.Attempts);
            row.State = again && row.Attempts < MostAttempts ? OpinionState.Waiting : OpinionState.GivenUp;
            (row.Outcome, row.Status, row.Model) = (why, reply.Status, model.Model);
            row.NextAt = clock.GetUtcNow() + (reply.Wait > wait ? reply.Wait.Value : wait);
        }, cancellationToken);

    /// <summary>Nothing was sent, so it was no attempt; nobody needs to try before the time.</summary>
    private Task PostponeAllAsync(long seq, ModelReply reply, CancellationToken cancellationToken)
    {
        DateTimeOffset until = clock.GetUtcNow() + (reply.Wait > FirstWait / 60 ? reply.Wait.Value : FirstWait / 60);
        logger.Postponed(reply.Failure!.Value, until);
        return queue.RunAsync(async (db, token) =>
        {
            IQueryable<AskedOpinion> waiting = db.Set<AskedOpinion>().Where(row => row.State == OpinionState.Waiting);
            await waiting.Where(row => row.MessageSeq == seq).ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, row => row.Attempts - 1), token);
            await waiting.Where(row => row.NextAt < until).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, until), token);
        }, cancellationToken);
    }

    private Task ChangeAsync(long seq, Action<AskedOpinion> change, CancellationToken cancellationToken) =>
        queue.RunAsync(async (db, token) =>
        {
            if (await WaitingAsync(db, seq, token) is { } row) { change(row); }
        }, cancellationToken);

    private static Task<AskedOpinion?> WaitingAsync(BotDbContext db, long seq, CancellationToken cancellationToken) =>
        db.Set<AskedOpinion>().FirstOrDefaultAsync(row => row.MessageSeq == seq && row.State == OpinionState.Waiting, cancellationToken);
}
