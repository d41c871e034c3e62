using Bot.Answers;
using Bot.Grids;
using Bot.Tickets;
using Bot.Triage.Judging;

namespace Bot.Triage;

/// <summary>转人工: names the owner of the matter just told, or hands the sender to a person of the grid under a number.</summary>
public sealed class CallDesk(CommunityDirectory directory, TicketDeadlines deadlines, ICaseBook tickets, IQuestionBook questions)
{
    // Asked again while a person is still to answer: the same item
    private static readonly TimeSpan StillWaiting = TimeSpan.FromHours(24);

    private readonly TicketReplies _replies = new(directory, deadlines.Clock);
    private readonly HandOffReplies _handOffs = new(directory, deadlines.Clock);

    public async Task<(Ticket?, string?)> AnswerAsync(Verdict verdict, BurstOutcome outcome, CancellationToken cancellationToken)
    {
        ChatMessage message = verdict.Finding.Message;
        if (verdict.Incident is { } incident && await tickets.FindAsync(incident.Ticket, cancellationToken) is { IsOpen: true } ticket)
        {
            ticket.Hear(FollowUp.Urge, Reports.Of(message, outcome.WrittenLate), verdict.Pointed, deadlines);
            return (ticket, verdict.Speaks ? _replies.PersonCalled(ticket, outcome.SpokenAt) : null);
        }

        return (null, verdict.Speaks ? await HandOverAsync(message, outcome, cancellationToken) : null);
    }

    private async Task<string> HandOverAsync(ChatMessage message, BurstOutcome outcome, CancellationToken cancellationToken)
    {
        HandOff? item = await questions.WaitingAsync(message.Group, message.Sender, outcome.SpokenAt - StillWaiting, cancellationToken);
        string said = string.Join('\n', outcome.Verdicts.Select(each => each.Finding.Body).Where(body => body.Length > 0));
        item = item?.DueAt > outcome.SpokenAt ? item : await questions.HandOffAsync(
            new NewQuestion(said, message.Sender, message.Group, message.Channel, message.Conversation ?? message.Group, message.Id, WantsPerson: true),
            outcome.SpokenAt, cancellationToken);
        return _handOffs.PersonCalled(item, outcome.SpokenAt);
    }
}
