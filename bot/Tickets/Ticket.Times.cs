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

    /// <summary>The promise that was found to be missed; null once a person has spoken or told another time.</summary>
    public DateTimeOffset? MissedFor { get; set; }

    /// <summary>A missed promise that the group is still to be told of; null once it was.</summary>
    public DateTimeOffset? SorryFor { get; set; }

    /// <summary>When the person in charge was reminded that the matter must be done.</summary>
    public DateTimeOffset? FeedbackRemindedAt { get; set; }

    /// <summary>When it was found not to be done in time.</summary>
    public DateTimeOffset? FeedbackMissedAt { get; set; }

    /// <summary>Whether a time that was promised is still to be kept.</summary>
    public bool OwesWord => IsOpen && KeptFor != PromisedAt;

    /// <summary>Since when a word is owed: what the machine promised instead of a missed time does not mend it.</summary>
    public DateTimeOffset OwedAt => MissedFor is null ? PromisedAt : DueAt;

    /// <summary>超时 from then on: a word that was promised is owed, or it must be done. Null while neither is so.</summary>
    public DateTimeOffset? OverdueFrom => !IsOpen ? null : OwesWord && !(FeedbackDueAt < OwedAt) ? OwedAt : FeedbackDueAt;

    public bool IsOverdue(DateTimeOffset at) => OverdueFrom <= at;

    /// <summary>The promise passed and nobody spoke. The group hears of it and gets another time; after several it gets none that would only be broken again.</summary>
    /// <param name="next">The new time.</param>
    /// <param name="heard">Whether anyone was told the one that passed: nobody hears an apology for what was never promised.</param>
    internal TicketMove MissPromise(DateTimeOffset next, bool heard, DateTimeOffset at)
    {
        if (!OwesWord || PromisedAt > at || MissedFor == PromisedAt) { return TicketMove.Refuse($"{Number}号没有误了时间"); }
        bool again = History.Count(line => line.Kind == TicketEventKind.PromiseMissed) < MostApologies;
        MissedFor = PromisedAt;
        Record(TicketEventKind.PromiseMissed, Machine, at);
        if (again) { (SorryFor, PromisedAt) = (heard ? PromisedAt : null, next); }
        return TicketMove.Silent;
    }

    /// <summary>The matter is not done by the time it had to be.</summary>
    internal TicketMove MissFeedback(DateTimeOffset at)
    {
        FeedbackMissedAt = at;
        Record(TicketEventKind.FeedbackMissed, Machine, at);
        return TicketMove.Silent;
    }

    // Whoever asks after it may be faster than the look at what is due
    private void MissUnseen(DateTimeOffset at)
    {
        if (!OwesWord || MissedFor is not null) { return; }
        MissedFor = PromisedAt;
        Record(TicketEventKind.PromiseMissed, Machine, at);
    }

    // As if that word had not been spoken: owed, unless another kept the promise and nothing since could have made a new one. In doubt somebody is
    // reminded once more
    private void OweAgain(TicketEvent word)
    {
        TicketEvent[] before = Standing([.. History.Where(line => line.Version < word.Version).OrderBy(line => line.Version)]);
        int kept = Array.FindLastIndex(before, line => line.Kind is TicketEventKind.Contacted or TicketEventKind.SaidDone or TicketEventKind.Withdrawn);
        if (kept >= 0 && before[(kept + 1)..].All(line => line.Kind is TicketEventKind.Noted or TicketEventKind.Planned or TicketEventKind.Accepted
            or TicketEventKind.Dispatched or TicketEventKind.Claimed or TicketEventKind.Returned or TicketEventKind.Reassigned)) { return; }
        bool missed = before[(kept + 1)..].Any(line => line.Kind == TicketEventKind.PromiseMissed);
        (KeptFor, MissedFor) = (null, missed ? DueAt : null);
    }

    private void KeepPromise() => (KeptFor, SorryFor, MissedFor) = (PromisedAt, null, null);

    // Nobody heard what the move was to tell: it is no contact, and nobody was asked
    internal void TellNobody(DateTimeOffset at)
    {
        ContactedAt = ContactedAt == at ? null : ContactedAt;
        AskedAt = AskedAt == at ? null : AskedAt;
        Told = false;
    }

    /// <summary>The request to confirm was never said: silence says nothing then.</summary>
    internal void FindNobodyAsked(DateTimeOffset at)
    {
        if (ContactedAt == ResolvedAt) { ContactedAt = null; }
        AskedAt = null;
        Record(TicketEventKind.Noted, Machine, at, "请居民确认的话没有发出去，等人来核验");
    }
}
