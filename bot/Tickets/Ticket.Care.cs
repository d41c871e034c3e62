namespace Bot.Tickets;

// What keeps a matter moving while it is open: contact, plan, promise, half, later, up
public sealed partial class Ticket
{
    /// <summary>已联系: a person spoke with the reporter.</summary>
    public TicketMove Contact(string text, string by, DateTimeOffset at)
    {
        if (State is TicketState.Rejected or TicketState.Merged) { return RefuseState("不能再记"); }
        ContactedAt ??= at;
        Record(TicketEventKind.Contacted, by, at, text);
        return TicketMove.Silent;
    }

    /// <summary>问地点: the group is asked where it is, once.</summary>
    public TicketMove AskPlace(string by, DateTimeOffset at)
    {
        if (!IsOpen) { return RefuseState("不用再问地点"); }
        if (IsPrivate) { return TicketMove.Refuse("私密的事不在群里问，请打电话问"); }
        if (Location is not null) { return TicketMove.Refuse($"{Number}号的地点是{Location}，不用再问"); }
        if (PlaceAskedAt is not null) { return TicketMove.Refuse($"{Number}号在群里问过地点了，还没有回的请打电话问"); }
        if (Reports.TrueForAll(report => report.SpokenThrough is null)) { return TicketMove.Refuse("反映人不在群里，请打电话问"); }
        Record(TicketEventKind.PlaceAsked, by, at);
        return TicketMove.Say(Heard.PlaceAsked);
    }

    /// <summary>有方案: what is to be done.</summary>
    public TicketMove MakePlan(string text, string by, DateTimeOffset at)
    {
        if (State is TicketState.Rejected or TicketState.Merged) { return RefuseState("不能再记"); }
        if (string.IsNullOrWhiteSpace(text)) { return TicketMove.Refuse("请写一句打算怎么办"); }
        (Plan, PlannedAt) = (text, at);
        Record(TicketEventKind.Planned, by, at, text);
        return TicketMove.Silent;
    }

    /// <summary>Says another time than the one promised. What was missed stays missed.</summary>
    /// <param name="tell">Whether the group hears the new time and why.</param>
    public TicketMove ChangePromise(DateTimeOffset to, string reason, bool tell, string by, DateTimeOffset at, TicketDeadlines deadlines)
    {
        if (!IsOpen) { return RefuseState("不用再改答应的时间"); }
        if (to <= at) { return TicketMove.Refuse("新的时间要在现在之后"); }
        if (to == PromisedAt) { return TicketMove.Refuse("时间没有变"); }
        if (string.IsNullOrWhiteSpace(reason)) { return TicketMove.Refuse("请写一句为什么改时间"); }
        string before = deadlines.Clock.Say(PromisedAt, at);
        if (DueAt > at || to < DueAt) { DueAt = to; }
        (PromisedAt, KeptFor) = (to, null);
        if (tell) { (ContactedAt, MissedFor) = (ContactedAt ?? at, null); }
        Record(TicketEventKind.PromiseChanged, by, at, $"{before} → {deadlines.Clock.Say(to, at)}，{reason}");
        return tell ? TicketMove.Say(Heard.PromiseChanged) : TicketMove.Silent;
    }

    /// <summary>好了一半: what is done is said, what is left stays to be done.</summary>
    public TicketMove HalfDone(string left, string by, DateTimeOffset at, TicketDeadlines deadlines)
    {
        if (!IsOpen) { return RefuseState("还有没办完的请用重新交办"); }
        if (string.IsNullOrWhiteSpace(left)) { return TicketMove.Refuse("请写一句还剩什么没办"); }
        EndSnooze();
        (HalfDoneAt, Left) = (at, left);
        ContactedAt ??= at;
        Promise(at, deadlines);
        Record(TicketEventKind.HalfDone, by, at, left);
        return TicketMove.Say(Heard.HalfDone);
    }

    /// <summary>稍后: out of sight until a time, or until a resident says something of it.</summary>
    public TicketMove Snooze(DateTimeOffset? until, string by, DateTimeOffset at, TicketDeadlines deadlines)
    {
        if (!IsOpen) { return RefuseState("不用再稍后"); }
        if (Urgency == Urgency.Emergency) { return TicketMove.Refuse($"{Number}号是紧急的，不能放到稍后"); }
        if (until <= at) { return TicketMove.Refuse("稍后的时间要在现在之后"); }
        if (until > at.AddDays(60)) { return TicketMove.Refuse("最多放到60天以后"); }
        (SnoozedUntil, SnoozedForReply) = (until, until is null);
        Record(TicketEventKind.Snoozed, by, at, until is { } time ? deadlines.Clock.Say(time, at) : "等居民回话");
        return TicketMove.Silent;
    }

    /// <summary>Back in sight: its time has come, or somebody wants it now.</summary>
    public TicketMove Wake(string by, DateTimeOffset at)
    {
        if (!IsSnoozed) { return TicketMove.Refuse($"{Number}号没有放到稍后"); }
        EndSnooze();
        Record(TicketEventKind.Woken, by, at);
        return TicketMove.Silent;
    }

    /// <summary>督办: one level up or more; whoever answers for it there owns it from now on.</summary>
    /// <param name="owner">Name of the person at that level; null keeps the owner.</param>
    public TicketMove Escalate(EscalationLevel level, string? owner, string by, DateTimeOffset at, string why)
    {
        if (!IsOpen) { return RefuseState("不能再上报"); }
        if (level <= Level) { return TicketMove.Refuse($"{Number}号已经报到{Level.Title()}了"); }
        if (string.IsNullOrWhiteSpace(why)) { return TicketMove.Refuse("请写一句为什么上报"); }
        EndSnooze();
        (Level, EscalatedAt, Owner) = (level, at, owner ?? Owner);
        Record(TicketEventKind.Escalated, by, at, $"{level.Title()}{(owner is null ? null : $"（{owner}）")}，{why}");
        return TicketMove.Silent;
    }

    /// <summary>Whether the group may hear what it is about.</summary>
    public TicketMove SetPrivate(bool isPrivate, string by, DateTimeOffset at)
    {
        if (State is TicketState.Rejected or TicketState.Merged) { return RefuseState("不用再改"); }
        if (isPrivate == IsPrivate) { return TicketMove.Refuse(IsPrivate ? $"{Number}号已经是私密的" : $"{Number}号本来就不是私密的"); }
        IsPrivate = isPrivate;
        Record(isPrivate ? TicketEventKind.MadePrivate : TicketEventKind.MadePublic, by, at);
        return TicketMove.Silent;
    }

    private void EndSnooze() => (SnoozedUntil, SnoozedForReply) = (null, false);

    private void WakeBy(TicketReport word)
    {
        if (SnoozedForReply) { Wake(word.Sender, word.ActedAt); }
    }
}
