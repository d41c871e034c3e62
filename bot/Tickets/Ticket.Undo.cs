namespace Bot.Tickets;

// 撤销: a slip of a moment ago
public sealed partial class Ticket
{
    private static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(1);

    /// <summary>What stands of a history in its order: without what was a slip.</summary>
    public static TicketEvent[] Standing(IReadOnlyList<TicketEvent> history) =>
        [.. history.Where((line, i) => line.Kind != TicketEventKind.Undone && (i + 1 == history.Count || history[i + 1].Kind != TicketEventKind.Undone))];

    /// <summary>What this person did last and may take back, of a moment ago, while nothing else has happened.</summary>
    public TicketEvent? Slip(string by, DateTimeOffset at) =>
        History.MaxBy(line => line.Version) is { } last && Word(last.Kind) is not null && last.By == by && at - last.At <= UndoTime ? last : null;

    /// <summary>State, holder and what is owed are as they were before, only 稍后 stays ended; the history tells both.</summary>
    public TicketMove Undo(string by, DateTimeOffset at)
    {
        if (Slip(by, at) is not { } slip) { return TicketMove.Refuse($"{Number}号后来又有变化，撤不回来了"); }
        State = History.Where(line => line.Version < slip.Version).MaxBy(line => line.Version)?.State ?? TicketState.Captured;
        switch (slip.Kind)
        {
            case TicketEventKind.Verified:
                (VerifiedAt, VerifiedBy, VerifiedHow) = (null, null, Verification.None);
                break;
            case TicketEventKind.Resolved:
                (ResolvedAt, ResolvedBy, AskedAt) = (null, null, null);
                (Cause, ResolvedPhoto) = (null, null);
                break;
            case TicketEventKind.Contacted:
                OweAgain(slip);
                break;
            case TicketEventKind.Dispatched or TicketEventKind.Claimed:
                TakeBack();
                break;
        }
        ContactedAt = ContactedAt == slip.At ? null : ContactedAt;
        AcceptedAt = AcceptedAt == slip.At ? null : AcceptedAt;
        Record(TicketEventKind.Undone, by, at, Word(slip.Kind));
        return TicketMove.Silent;
    }

    private static string? Word(TicketEventKind kind) => kind switch
    {
        TicketEventKind.Accepted => "确认立件",
        TicketEventKind.Contacted => "已联系",
        TicketEventKind.Dispatched => "派单",
        TicketEventKind.Claimed => "接单",
        TicketEventKind.Resolved => "办好",
        TicketEventKind.Verified => "核验",
        _ => null,
    };

    // to whoever had it before, or to nobody
    private void TakeBack()
    {
        TakenAt = null;
        if (State != TicketState.Dispatched) { (Assignee, AssigneeKind, Dispatcher, IsPhoned, DispatchedAt) = (null, HandlerKind.Person, null, false, null); }
    }
}
