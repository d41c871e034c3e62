using Bot.Ai;
using Bot.Storage;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Triage.SecondOpinion;

/// <summary>A valid answer: weighed, carried out and kept in one unit of work, unless a person has decided meanwhile.</summary>
public sealed record ApplyOpinion(long Seq, OpinionCase Asked, Opinion Opinion, ModelReply Reply);

public sealed class ApplyOpinionHandler(
    WriteQueue queue, ReviewDesk desk, ModelLedger ledger, ModelClient model, IOptions<SecondOpinionOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan StillFresh = TimeSpan.FromMinutes(45);

    public Task<OpinionAct> HandleAsync(ApplyOpinion command, CancellationToken cancellationToken) =>
        queue.RunAsync((db, token) => ApplyAsync(db, command, token), cancellationToken);

    private async Task<OpinionAct> ApplyAsync(BotDbContext db, ApplyOpinion command, CancellationToken cancellationToken)
    {
        AskedOpinion? asked = await db.Set<AskedOpinion>().FirstOrDefaultAsync(
            opinion => opinion.MessageSeq == command.Seq && opinion.State == OpinionState.Waiting, cancellationToken);
        OpinionAct act = asked is null ? OpinionAct.Leave : await CarryOutAsync(db, asked, command, cancellationToken);
        await ledger.WriteAsync(
            db, command.Asked.Request.Task, act == OpinionAct.Leave ? ModelOutcome.Overruled : ModelOutcome.Accepted, command.Reply, cancellationToken);
        return act;
    }

    private async Task<OpinionAct> CarryOutAsync(BotDbContext db, AskedOpinion asked, ApplyOpinion command, CancellationToken cancellationToken)
    {
        Opinion opinion = command.Opinion;
        OpinionWork work = new(db, asked, opinion, desk, model.Model);
        OpinionAct act = Weighing.Weigh(opinion, asked.Doubt, options.Value.ActFrom);
        // A receipt hours later puzzles the group; the message waits for a person as it did
        if (act is OpinionAct.Open && clock.GetUtcNow() - asked.NotedAt > StillFresh) { act = OpinionAct.Leave; }
        int? joins = opinion.Joins is { } index ? command.Asked.Tickets[index] : null;
        ReviewResult result = act switch
        {
            OpinionAct.Open => await work.OpenAsync(cancellationToken),
            OpinionAct.Join => await work.JoinAsync(joins!.Value, cancellationToken),
            OpinionAct.Dismiss => await work.DismissAsync(cancellationToken),
            _ => await work.TellAsync(act == OpinionAct.ToReview, cancellationToken),
        };
        if (!result.IsDone && act is OpinionAct.Open or OpinionAct.Join) { await work.TellAsync(toReview: false, cancellationToken); }
        act = result.IsDone ? act : OpinionAct.Leave;
        Keep(asked, command, act, joins, result.Ticket);
        return act;
    }

    private void Keep(AskedOpinion asked, ApplyOpinion command, OpinionAct act, int? joins, int? ticket)
    {
        Opinion opinion = command.Opinion;
        (asked.State, asked.Outcome, asked.Status) = (OpinionState.Given, act == OpinionAct.Leave ? ModelOutcome.Overruled : ModelOutcome.Accepted, 0);
        (asked.Model, asked.Prompt) = (model.Model, command.Asked.Prompt);
        (asked.Kind, asked.Category, asked.Topic, asked.Urgency) = (opinion.Kind, opinion.Category, opinion.Topic, opinion.Urgency);
        (asked.Opens, asked.Joins, asked.Confidence, asked.Reason) = (opinion.Opens, joins, opinion.Confidence, opinion.Reason);
        (asked.Act, asked.Ticket) = (act, ticket);
    }
}
