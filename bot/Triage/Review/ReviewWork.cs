using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Bot.Tickets;

namespace Bot.Triage.Review;

/// <summary>One person's decision on one message, inside its unit of work.</summary>
internal sealed class ReviewWork(
    BotDbContext db, Message message, MessageDecision decision, ICaseBook tickets, CommunityDirectory directory,
    TicketDeadlines deadlines, Outbox outbox, string by, DateTimeOffset now)
{
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
        });
        if (said) { decision.Reply = reply; }
    }

    /// <summary>Keeps what the person says as a labelled example, and sets the decision right.</summary>
    public void Learn(Kind kind, NewTicket? labels = null)
    {
        db.Add(new MessageCorrection
        {
            MessageSeq = message.Seq,
            Group = message.Conversation,
            Sender = message.Sender,
            Text = message.Text,
            Before = decision.Kind,
            After = kind,
            Category = labels?.Category.Name(),
            Topic = labels?.Topic,
            Urgency = labels?.Urgency.Name(),
            Location = labels?.Location,
            By = by,
            At = now,
        });
        decision.Kind = kind;
    }

    public void Reviewed()
    {
        decision.NeedsReview = false;
        decision.ReviewedBy = by;
        decision.ReviewedAt = now;
    }
}
