using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage.Review;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.SecondOpinion;

/// <summary>Carries one opinion out, inside its unit of work, on the tables and through the desk of people's reviews.</summary>
internal sealed class OpinionWork(BotDbContext db, AskedOpinion asked, Opinion opinion, ReviewDesk desk, string model)
{
    /// <summary>Who decided, where a person's name stands else.</summary>
    public const string Reviewer = "模型";

    private static readonly TimeSpan SameBreath = TimeSpan.FromMinutes(3);

    public Task<ReviewResult> OpenAsync(CancellationToken cancellationToken) =>
        desk.DecideAsync(db, asked.MessageSeq, Reviewer, again: false, OpenAsync, cancellationToken);

    public Task<ReviewResult> JoinAsync(int number, CancellationToken cancellationToken) =>
        desk.DecideAsync(db, asked.MessageSeq, Reviewer, again: false, (work, token) => JoinAsync(work, number, token), cancellationToken);

    public Task<ReviewResult> DismissAsync(CancellationToken cancellationToken) =>
        desk.DecideAsync(db, asked.MessageSeq, Reviewer, again: false, async (work, token) =>
        {
            if (work.Decision.Urgency is Urgency.High or Urgency.Emergency) { return ReviewResult.Refused("可能有危险，留给人看"); }
            await SettlePartsAsync(work, ticket: null, token);
            Settle(work.Decision, opinion.Kind);
            return ReviewResult.Done();
        }, cancellationToken);

    /// <summary>Puts before a person what was silent, or says on what waits what the model thinks.</summary>
    public async Task<ReviewResult> TellAsync(bool toReview, CancellationToken cancellationToken)
    {
        MessageDecision? decision = await db.Set<MessageDecision>().FirstOrDefaultAsync(decision => decision.MessageSeq == asked.MessageSeq, cancellationToken);
        if (decision is null || !asked.IsOpenTo(decision)) { return ReviewResult.Refused("有人看过了"); }
        Explain(decision);
        if (opinion.Kind == Kind.Emergency && asked.Doubt != DoubtSort.Opened) { decision.Urgency = Urgency.High; }
        if (toReview)
        {
            decision.NeedsReview = true;
            decision.Category ??= opinion.Category;
            decision.Topic ??= opinion.Topic;
            decision.Urgency ??= opinion.Urgency;
        }
        return ReviewResult.Done();
    }

    private async Task<ReviewResult> OpenAsync(ReviewWork work, CancellationToken cancellationToken)
    {
        if (await IsKnownAsync(work, cancellationToken)) { return ReviewResult.Refused("像已有的一件，请人看"); }
        Urgency urgency = Soon(work.Decision);
        List<TicketReport> reports = [work.Report()];
        foreach (ReviewWork part in await PartsAsync(work, cancellationToken)) { reports.Add(part.Report()); }
        Ticket ticket = await work.Tickets.OpenAsync(
            new NewTicket(opinion.Category!.Value, opinion.Topic!, urgency, work.Decision.Location, Matter: null,
                work.Directory.LeadOf(work.Message.Conversation, work.Decision.Location)?.Name, reports),
            work.Now, cancellationToken);
        work.TellOpened(ticket);
        await SettlePartsAsync(work, ticket.Number, cancellationToken);
        (work.Decision.Category, work.Decision.Topic, work.Decision.Urgency) = (ticket.Category, ticket.Topic, urgency);
        (work.Decision.Ticket, work.Decision.Opened) = (ticket.Number, true);
        Settle(work.Decision, Kind.Issue);
        return ReviewResult.Done(ticket.Number);
    }

    private async Task<ReviewResult> JoinAsync(ReviewWork work, int number, CancellationToken cancellationToken)
    {
        Ticket? ticket = await work.Tickets.FindAsync(number, cancellationToken);
        if (ticket is not { IsOpen: true } || ticket.Urgency == Urgency.Emergency) { return ReviewResult.Refused("这件工单不能并入了"); }
        if (!ticket.Join(work.Report(), work.Deadlines).IsDone) { return ReviewResult.Refused("并不进去"); }
        foreach (ReviewWork part in await PartsAsync(work, cancellationToken)) { ticket.Join(part.Report(), work.Deadlines); }
        await SettlePartsAsync(work, ticket.Number, cancellationToken);
        work.Decision.Ticket = ticket.Number;
        Settle(work.Decision, Kind.Issue);
        return ReviewResult.Done(ticket.Number);
    }

    // hazards the engine saw stay hazards; the lane of emergencies is not the model's
    private Urgency Soon(MessageDecision decision) => opinion.Kind == Kind.Emergency || decision.Urgency >= Urgency.High
        ? Urgency.High : opinion.Urgency ?? Urgency.Normal;

    /// <summary>While the model thought, the sender may have said it better, or a neighbour the same.</summary>
    private async Task<bool> IsKnownAsync(ReviewWork work, CancellationToken cancellationToken)
    {
        Message message = work.Message;
        DateTimeOffset since = message.Time - SameBreath;
        string? place = work.Decision.Location;
        return await db.Set<TicketReport>().AnyAsync(
                report => report.IsReport && report.Channel == message.Channel && report.Conversation == message.Conversation && report.Sender == message.Sender && report.Time >= since, cancellationToken)
            || await db.Set<Ticket>().AnyAsync(
                ticket => ticket.Group == message.Conversation && ticket.Topic == opinion.Topic && ticket.Location == place && Ticket.OpenStates.Contains(ticket.State), cancellationToken);
    }

    private async Task<IReadOnlyList<ReviewWork>> PartsAsync(ReviewWork work, CancellationToken cancellationToken)
    {
        long[] parts = [.. asked.Parts];
        var rows = await db.Set<MessageDecision>().Where(decision => parts.Contains(decision.MessageSeq) && decision.NeedsReview)
            .Join(db.Set<Message>(), decision => decision.MessageSeq, message => message.Seq, (decision, message) => new { decision, message })
            .OrderBy(pair => pair.message.Seq).ToListAsync(cancellationToken);
        return [.. rows.Select(pair => work.Beside(pair.message, pair.decision))];
    }

    private async Task SettlePartsAsync(ReviewWork work, int? ticket, CancellationToken cancellationToken)
    {
        foreach (ReviewWork part in await PartsAsync(work, cancellationToken))
        {
            part.Decision.Ticket = ticket;
            Settle(part.Decision, ticket is null ? opinion.Kind : Kind.Issue);
            part.Reviewed();
        }
    }

    private void Settle(MessageDecision decision, Kind kind)
    {
        decision.Kind = kind;
        Explain(decision);
    }

    private void Explain(MessageDecision decision) =>
        decision.Reason = $"{decision.Reason}；模型（{SafeWords.Clean(model, 30)}）说：{opinion.Reason}";
}
