namespace Bot.Tickets;

// 撤销: a slip of a moment ago
public sealed partial class Ticket
{
    private static readonly TimeSpan UndoTime = TimeSpan.FromMinutes(1);

    /// <summary>What this person did last and may take back: 确认立件, 办好 or 核验 of a moment ago, while nothing else has happened.</summary>
    public TicketEvent? Slip(string by, DateTimeOffset at) =>
        History.MaxBy(line => line.Version) is { Kind: TicketEventKind.Accepted or TicketEventKind.Resolved or TicketEventKind.Verified } last
            && last.By == by && at - last.At <= UndoTime ? last : null;

    /// <summary>The ticket is as it was before; the history tells both.</summary>
    public TicketMove Undo(string by, DateTimeOffset at)
    {
        if (Slip(by, at) is not { } slip) { return TicketMove.Refuse($"{Number}号后来又有变化，撤不回来了"); }
        State = History.Where(line => line.Version < slip.Version).MaxBy(line => line.Version)?.State ?? TicketState.Captured;
        if (slip.Kind == TicketEventKind.Verified) { (VerifiedAt, VerifiedBy, VerifiedHow) = (null, null, Verification.None); }
        if (slip.Kind == TicketEventKind.Resolved)
        {
            (ResolvedAt, ResolvedBy, AskedAt) = (null, null, null);
            (Cause, ResolvedPhoto) = (null, null);
        }
        ContactedAt = ContactedAt == slip.At ? null : ContactedAt;
        AcceptedAt = State == TicketState.Captured ? null : AcceptedAt;
        Record(TicketEventKind.Undone, by, at, slip.Kind switch
        {
            TicketEventKind.Accepted => "确认立件",
            TicketEventKind.Resolved => "办好",
            _ => "核验",
        });
        return TicketMove.Silent;
    }
}
