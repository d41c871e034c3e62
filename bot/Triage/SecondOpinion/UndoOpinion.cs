using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Tickets.Moves;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.SecondOpinion;

/// <summary>撤回: what was done on a model's opinion is taken back. A ticket it opened becomes 不是诉求; what it joined or put away waits in 待审 again.</summary>
public sealed record UndoOpinion(long Seq, string By);

public sealed class UndoOpinionHandler(WriteQueue queue, RejectTicketHandler reject, TicketsChanged changed, TimeProvider clock)
{
    public async Task<ReviewResult> HandleAsync(UndoOpinion command, CancellationToken cancellationToken)
    {
        ReviewResult result = await queue.RunAsync((db, token) => UndoAsync(db, command, token), cancellationToken);
        if (result is not { IsDone: true, Ticket: { } opened }) { return result; }
        int version = await queue.RunAsync((db, token) => db.Set<Ticket>().Where(ticket => ticket.Number == opened).Select(ticket => ticket.Version).FirstAsync(token), cancellationToken);
        TicketResult rejected = await reject.HandleAsync(new RejectTicket(opened, version, command.By, "模型看错了"), cancellationToken);
        return rejected.IsDone ? result : ReviewResult.Refused(rejected.Message ?? "工单已经有人在办");
    }

    /// <returns>With the number of the ticket that remains to be rejected.</returns>
    private async Task<ReviewResult> UndoAsync(BotDbContext db, UndoOpinion command, CancellationToken cancellationToken)
    {
        AskedOpinion? asked = await db.Set<AskedOpinion>().FirstOrDefaultAsync(
            opinion => opinion.MessageSeq == command.Seq && opinion.State == OpinionState.Given && opinion.Act != OpinionAct.Leave, cancellationToken);
        if (asked is null) { return ReviewResult.Refused("已经撤回过，或者没有可撤回的"); }
        if (asked.Act == OpinionAct.Open)
        {
            bool untouched = await db.Set<Ticket>().AnyAsync(ticket => ticket.Number == asked.Ticket && ticket.State == TicketState.Captured, cancellationToken);
            if (!untouched) { return ReviewResult.Refused($"{asked.Ticket}号已经有人处理，请到工单里改"); }
        }
        long[] seqs = [asked.MessageSeq, .. asked.Parts];
        List<MessageDecision> decisions = await db.Set<MessageDecision>().Where(decision => seqs.Contains(decision.MessageSeq)).ToListAsync(cancellationToken);
        if (asked.Act == OpinionAct.Join) { await LeaveTicketAsync(db, asked, seqs, command.By, cancellationToken); }
        foreach (MessageDecision decision in decisions) { Return(decision, asked, command.By); }
        (asked.State, asked.UndoneBy) = (OpinionState.Undone, command.By);
        return ReviewResult.Done(asked.Act == OpinionAct.Open ? asked.Ticket : null);
    }

    private async Task LeaveTicketAsync(BotDbContext db, AskedOpinion asked, long[] seqs, string by, CancellationToken cancellationToken)
    {
        Ticket? ticket = await db.FindTicketAsync(asked.Ticket!.Value, cancellationToken);
        List<Message> said = await db.Set<Message>().Where(message => seqs.Contains(message.Seq)).ToListAsync(cancellationToken);
        while (ticket?.MergedInto is { } into) { ticket = await db.FindTicketAsync(into, cancellationToken); }
        if (ticket is null) { return; }
        ticket.Reports.RemoveAll(report => said.Exists(message =>
            (message.Channel, message.Conversation, message.MessageId) == (report.Channel, report.Conversation, report.MessageId)));
        ticket.Note("撤回了模型并入的话", by, clock.GetUtcNow());
        int number = ticket.Number;
        db.AfterCommit(() => changed.Tell(number));
    }

    private void Return(MessageDecision decision, AskedOpinion asked, string by)
    {
        if (asked.Act == OpinionAct.ToReview && decision.NeedsReview)
        {
            (decision.NeedsReview, decision.ReviewedBy, decision.ReviewedAt) = (false, by, clock.GetUtcNow());
        }
        else if (asked.Act is OpinionAct.Join or OpinionAct.Dismiss && decision.ReviewedBy == OpinionWork.Reviewer)
        {
            (decision.NeedsReview, decision.ReviewedBy, decision.ReviewedAt) = (true, null, null);
            (decision.Kind, decision.Ticket) = (asked.KindBefore, null);
        }
    }
}
