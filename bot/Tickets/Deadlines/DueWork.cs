using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;

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
        DateTimeOffset? held = null;
        for (int acts = 0; acts < MostActs; acts++)
        {
            DueLook look = DueLook.Of(ticket, deadlines.Preset, deadlines.Clock, now);
            DueAct[] due = [.. look.Acts.Where(act => held is null || act != DueAct.Apologise)];
            ticket.LookAt = held < look.Next || look.Next is null ? held ?? look.Next : look.Next;
            if (due.Length == 0) { return; }
            if (due[0] == DueAct.Apologise)
            {
                held = await ApologiseAsync(ticket, cancellationToken);
            }
            else
            {
                Do(due[0], ticket);
            }
        }
        ticket.LookAt = now.AddHours(1);
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
            case DueAct.Miss:
                Miss(ticket);
                break;
            case DueAct.RemindFeedback:
                ticket.FeedbackRemindedAt = now;
                Tell(ticket, person => _words.FeedbackNear(ticket, person, now));
                break;
            case DueAct.MissFeedback:
                ticket.MissFeedback(now);
                Tell(ticket, person => _words.FeedbackMissed(ticket, person, now));
                Escalate(ticket, "该办完的时间过了");
                break;
            default:
                ticket.VerifyBySilence(deadlines.Preset.Times.SilentDays, now);
                break;
        }
    }

    private void Miss(Ticket ticket)
    {
        DateTimeOffset missed = ticket.PromisedAt;
        string? person = InCharge(ticket);
        ticket.MissPromise(deadlines.NextPromise(ticket.Urgency, now), now);
        if (person is not null) { _lines.Add(_words.Missed(ticket, person, missed, now)); }
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
        (TicketReport Report, string Channel)[] heard =
            [.. ticket.FirstReports.Where(report => report.SpokenThrough is not null).Select(report => (report, report.SpokenThrough!))];
        foreach ((TicketReport report, string channel) in heard)
        {
            DateTimeOffset slot = await budget.SlotAsync(db, channel, report.Conversation, cancellationToken);
            if (slot > now) { return slot; }
        }
        long missed = ticket.SorryFor!.Value.ToUnixTimeMilliseconds();
        foreach ((TicketReport report, string channel) in heard)
        {
            await budget.SayAsync(db, new OutboxMessage
            {
                Key = $"late:{ticket.Number}:{missed}:{channel}:{report.Conversation}",
                Channel = channel,
                Conversation = report.Conversation,
                Text = _words.Late(ticket, now),
                ReplyTo = ByHand.Is(report.Channel) ? null : report.MessageId,
                Ticket = ticket.Number,
            }, cancellationToken);
        }
        ticket.SorryFor = null;
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
