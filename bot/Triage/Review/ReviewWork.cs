using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Triage.Review;

/// <summary>One person's decision on one message, inside its unit of work.</summary>
internal sealed class ReviewWork(
    BotDbContext db, Message message, MessageDecision decision, ICaseBook tickets, CommunityDirectory directory,
    TicketDeadlines deadlines, Outbox outbox, string by, DateTimeOffset now)
{
    private bool _called;

    public Message Message => message;

    public MessageDecision Decision => decision;

    public ICaseBook Tickets => tickets;

    public CommunityDirectory Directory => directory;

    public TicketDeadlines Deadlines => deadlines;

    public string By => by;

    public DateTimeOffset Now => now;

    /// <summary>Another message of the same unit of work, decided by the same.</summary>
    public ReviewWork Beside(Message other, MessageDecision itsDecision) => new(db, other, itsDecision, tickets, directory, deadlines, outbox, by, now);

    public TicketReport Report() => new()
    {
        Group = message.Conversation,
        Channel = message.Channel,
        Conversation = message.Conversation,
        MessageId = message.MessageId,
        Sender = message.Sender,
        Text = message.Text,
        Images = message.Images,
        Time = message.Time,
    };

    /// <summary>The receipt of a ticket that a person opened from the message, quoting it.</summary>
    public void TellOpened(Ticket ticket)
    {
        string reply = new TicketReplies(directory, deadlines.Clock).Opening(ticket, message.Sender, now);
        bool said = outbox.Say(db, new OutboxMessage
        {
            Key = $"review:{message.Seq}",
            Channel = message.Channel,
            Conversation = message.Conversation,
            Text = reply,
            ReplyTo = message.MessageId,
            Ticket = ticket.Number,
            Promises = TicketReplies.PromiseIn(reply, ticket, deadlines.Clock, now),
            Always = ticket.Urgency == Urgency.Emergency,
        });
        if (said) { decision.Reply = reply; }
    }

    /// <summary>The labels of the decision as if it were of that kind.</summary>
    public MatterLabels Guessed(Kind kind) => new(
        true, decision.Category?.Name(), decision.Topic,
        kind == Kind.Emergency ? Urgency.Emergency.Name() : decision.Urgency is { } urgency and not Urgency.Emergency ? urgency.Name() : null, decision.Location);

    /// <summary>Keeps what the person says as a labelled example, and sets the decision right.</summary>
    /// <param name="labels">Of a matter; null where the person said nothing of them.</param>
    public void Learn(CorrectionHow how, Kind kind, MatterLabels? labels = null)
    {
        db.Add(new MessageCorrection
        {
            MessageSeq = message.Seq,
            How = how,
            Group = message.Conversation,
            Sender = message.Sender,
            Role = message.Role,
            Text = message.Text,
            Before = decision.Kind,
            After = kind,
            Intent = ExampleIntents.Of(kind, decision.Intent, message.Text, message.Role is not SenderRole.Resident, how == CorrectionHow.Joined),
            BeforeLabels = new MatterLabels(
                decision.Kind is Kind.Issue or Kind.Emergency, decision.Category?.Name(), decision.Topic, decision.Urgency?.Name(), decision.Location),
            Category = labels?.Category,
            Topic = labels?.Topic,
            Urgency = labels?.Urgency,
            Location = labels?.Location,
            Waited = decision.NeedsReview,
            By = by,
            At = now,
        });
        decision.Kind = kind;
        _called = how is CorrectionHow.Kind or CorrectionHow.Labels;
    }

    /// <summary>The correction made last; null when there is none.</summary>
    public Task<MessageCorrection?> LastCorrectionAsync(CancellationToken cancellationToken) =>
        db.Set<MessageCorrection>().Where(kept => kept.MessageSeq == message.Seq).OrderByDescending(kept => kept.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Forgets a correction: the decision is again as it was before it.</summary>
    public void Unlearn(MessageCorrection correction)
    {
        db.Remove(correction);
        decision.Kind = correction.Before;
        if (correction.BeforeLabels is { } before) { Relabel(before); }
        decision.NeedsReview = correction.Waited;
        (decision.ReviewedBy, decision.ReviewedAt) = (null, null);
    }

    public void Relabel(MatterLabels labels)
    {
        decision.Category = LabelNames.TryParse(labels.Category, out Category category) ? category : null;
        decision.Topic = labels.Topic;
        decision.Urgency = LabelNames.TryParse(labels.Urgency, out Urgency urgency) ? urgency : null;
        decision.Location = labels.Location;
    }

    public void Reviewed()
    {
        // Called a matter and handled nowhere: it stands in 待审 until somebody opens it or says it is none
        decision.NeedsReview = _called && decision is { Kind: Kind.Issue or Kind.Emergency, Ticket: null };
        decision.ReviewedBy = by;
        decision.ReviewedAt = now;
    }
}
