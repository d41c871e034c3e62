using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets.Deadlines;

/// <summary>Carries out what is due on tickets inside one unit of work; what people are to hear is gathered and said once to each.</summary>
internal sealed class DueWork(
    BotDbContext db, CommunityDirectory directory, TicketDeadlines deadlines, GroupBudget budget, DateTimeOffset now)
{
    private const int MostActs = 8;

    private readonly DueWords _words = new(directory, deadlines.Clock);
    private readonly List<DueLine> _lines = [];

    public IReadOnlyList<DueLine> Lines => _lines;

    /// <summary>Does all that is due on one ticket and notes when to look again.</summary>
    public async Task RunAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        Dictionary<DueAct, DateTimeOffset> held = [];
        for (int acts = 0; acts < MostActs; acts++)
        {
            DueLook look = DueLook.Of(ticket, deadlines.Preset, deadlines.Clock, now);
            DueAct[] due = [.. look.Acts.Where(act => !held.ContainsKey(act))];
            ticket.LookAt = held.Values.Append(look.Next ?? DateTimeOffset.MaxValue).Min() is var next && next < DateTimeOffset.MaxValue ? next : null;
            if (due.Length == 0) { return; }
            if (await DoAsync(due[0], ticket, cancellationToken) is { } later) { held[due[0]] = later; }
        }
        ticket.LookAt = now.AddHours(1);
    }

    /// <returns>When to try again; null when it is done.</returns>
    private async Task<DateTimeOffset?> DoAsync(DueAct act, Ticket ticket, CancellationToken cancellationToken)
    {
        switch (act)
        {
            case DueAct.Apologise:
                return await ApologiseAsync(ticket, cancellationToken);
            case DueAct.VerifyBySilence:
                return await VerifyAsync(ticket, cancellationToken);
            case DueAct.Miss:
                await MissAsync(ticket, cancellationToken);
                return null;
            default:
                Do(act, ticket);
                return null;
        }
    }

    private void Do(DueAct act, Ticket ticket)
    {
        switch (act)
        {
            case DueAct.Wake:
                ticket.Wake(Ticket.Machine, now);
                Tell(ticket, person => _words.Woken(ticket, person));
                break;
            case DueAct.Remind:
                ticket.RemindedFor = ticket.PromisedAt;
                Tell(ticket, person => _words.Near(ticket, person, now));
                break;
            case DueAct.RemindFeedback:
                ticket.FeedbackRemindedAt = now;
                Tell(ticket, person => _words.FeedbackNear(ticket, person, now));
                break;
            default:
                ticket.MissFeedback(now);
                Tell(ticket, person => _words.FeedbackMissed(ticket, person, now));
                Escalate(ticket, "该办完的时间过了");
                break;
        }
    }

    private async Task MissAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        DateTimeOffset missed = ticket.PromisedAt;
        string? person = InCharge(ticket);
        bool heard = (await HeardAsync(ticket, missed, cancellationToken)).Length > 0;
        ticket.MissPromise(deadlines.NextPromise(ticket.Urgency, now), heard, now);
        if (person is not null) { _lines.Add(_words.Missed(ticket, person, missed, heard, now)); }
        Escalate(ticket, "说好的时间过了还没回话");
    }

    // 街道 is told by a person, on the telephone
    private void Escalate(Ticket ticket, string why)
    {
        EscalationLevel level = Escalations.Next(directory, ticket);
        if (level > EscalationLevel.Community) { return; }
        string? owner = Escalations.OwnerAt(directory, ticket.Group, level);
        if (owner is null || !ticket.Escalate(level, owner, Ticket.Machine, now, why).IsDone) { return; }
        _lines.Add(_words.Escalated(ticket, owner, why));
    }

    /// <returns>When to try again; null when it was said, or nobody is to hear it.</returns>
    private async Task<DateTimeOffset?> ApologiseAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        (TicketReport Report, string Channel)[] heard = await HeardAsync(ticket, ticket.SorryFor!.Value, cancellationToken);
        foreach ((TicketReport report, string channel) in heard)
        {
            DateTimeOffset slot = await budget.SlotAsync(db, channel, report.Conversation, cancellationToken);
            if (slot > now) { return slot; }
        }
        long missed = ticket.SorryFor!.Value.ToUnixTimeMilliseconds();
        string sorry = _words.Late(ticket, now);
        foreach ((TicketReport report, string channel) in heard)
        {
            await budget.SayAsync(db, new OutboxMessage
            {
                Key = $"late:{ticket.Number}:{missed}:{channel}:{report.Conversation}",
                Channel = channel,
                Conversation = report.Conversation,
                Text = sorry,
                Promises = TicketReplies.PromiseIn(sorry, ticket, deadlines.Clock, now),
                ReplyTo = ByHand.Is(report.Channel) ? null : report.MessageId,
                Ticket = ticket.Number,
            }, cancellationToken);
        }
        ticket.SorryFor = null;
        return null;
    }

    // Where a promise was really heard: a line that nobody saw binds nobody
    private async Task<(TicketReport Report, string Channel)[]> HeardAsync(Ticket ticket, DateTimeOffset promise, CancellationToken cancellationToken)
    {
        var said = await db.Set<OutboxMessage>().Where(row => row.Ticket == ticket.Number && row.Promises == promise && row.TakenBackAt == null
                && (row.State == OutboxState.Sent || row.State == OutboxState.InDoubt))
            .Select(row => new { row.Channel, row.Conversation }).ToListAsync(cancellationToken);
        return [.. ticket.FirstReports.Where(report => said.Exists(row => row.Channel == report.SpokenThrough && row.Conversation == report.Conversation))
            .Select(report => (report, report.SpokenThrough!))];
    }

    // Silence counts from when the request was heard
    private async Task<DateTimeOffset?> VerifyAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        int days = deadlines.Preset.Times.SilentDays;
        string key = $"ticket:{ticket.Number}:";
        DateTimeOffset asked = ticket.AskedAt!.Value;
        List<OutboxMessage> said = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(row => row.Ticket == ticket.Number && row.CreatedAt >= asked && row.Key.StartsWith(key)).ToListAsync(cancellationToken);
        OutboxMessage? heard = said.Where(row => row.State is OutboxState.Sent or OutboxState.InDoubt && row.TakenBackAt is null).MinBy(row => row.SentAt ?? row.CreatedAt);
        if (heard is not null)
        {
            DateTimeOffset until = (heard.SentAt ?? heard.CreatedAt).AddDays(days);
            if (until > now) { return until; }
            ticket.VerifyBySilence(days, now);
            return null;
        }
        bool waits = said.Exists(row => row.State is OutboxState.Queued or OutboxState.Sending or OutboxState.Draft or OutboxState.Failed);
        if (waits) { return now.AddDays(1); }
        ticket.FindNobodyAsked(now);
        return null;
    }

    private void Tell(Ticket ticket, Func<string, DueLine> line)
    {
        if (InCharge(ticket) is { } person) { _lines.Add(line(person)); }
    }

    // Who was told by telephone cannot be reminded here; whoever gave it can
    private string? InCharge(Ticket ticket) =>
        new[] { ticket.IsPhoned ? ticket.Dispatcher : ticket.Assignee, ticket.Owner, directory.LeadOf(ticket.Group)?.Name }
            .FirstOrDefault(name => name is not null && directory.PersonNamed(name) is { Role: not PersonRoles.Resident });
}
