namespace Bot.Tickets;

// What falls due and was done about it
public sealed partial class Ticket
{
    private const int MostApologies = 3;

    /// <summary>By when the matter must be done, or its result told; null for tickets from before there was such a time.</summary>
    public DateTimeOffset? FeedbackDueAt { get; set; }

    /// <summary>When what falls due is looked at next: at once after every change. Null when nothing does.</summary>
    public DateTimeOffset? LookAt { get; set; }

    /// <summary>The promise before which the person in charge was reminded.</summary>
    public DateTimeOffset? RemindedFor { get; set; }

    /// <summary>The promise that was kept: a person has spoken since it was made.</summary>
    public DateTimeOffset? KeptFor { get; set; }

    /// <summary>A missed promise that the group is still to be told of; null once it was.</summary>
    public DateTimeOffset? SorryFor { get; set; }

    /// <summary>When the person in charge was reminded that the matter must be done.</summary>
    public DateTimeOffset? FeedbackRemindedAt { get; set; }

    /// <summary>When it was found not to be done in time.</summary>
    public DateTimeOffset? FeedbackMissedAt { get; set; }

    /// <summary>Whether a time that was promised is still to be kept.</summary>
    public bool OwesWord => IsOpen && KeptFor != PromisedAt;

    /// <summary>The promise passed and nobody spoke. The group hears of it and gets another time; after several it gets none that would only be broken again.</summary>
    /// <param name="next">The new time.</param>
    internal TicketMove MissPromise(DateTimeOffset next, DateTimeOffset at)
    {
        if (!OwesWord || PromisedAt > at) { return TicketMove.Refuse($"{Number}号没有误了时间"); }
        bool tells = History.Count(line => line.Kind == TicketEventKind.PromiseMissed) < MostApologies;
        DateTimeOffset missed = PromisedAt;
        Record(TicketEventKind.PromiseMissed, Machine, at);
        if (tells)
        {
            (SorryFor, PromisedAt) = (missed, next);
        }
        else
        {
            KeepPromise();
        }
        return TicketMove.Silent;
    }

    /// <summary>The matter is not done by the time it had to be.</summary>
    internal TicketMove MissFeedback(DateTimeOffset at)
    {
        FeedbackMissedAt = at;
        Record(TicketEventKind.FeedbackMissed, Machine, at);
        return TicketMove.Silent;
    }

    private void KeepPromise() => (KeptFor, SorryFor) = (PromisedAt, null);
}
