namespace Bot.Tickets;

// What people decide
public sealed partial class Ticket
{
    public TicketMove Accept(string by, DateTimeOffset at)
    {
        if (State != TicketState.Captured) { return RefuseState("不用再立件"); }
        State = TicketState.Accepted;
        AcceptedAt = at;
        Owner ??= by;
        Record(TicketEventKind.Accepted, by, at);
        return TicketMove.Silent;
    }

    public TicketMove Reject(string reason, string by, DateTimeOffset at)
    {
        if (!IsOpen) { return RefuseState("不能再标为不是诉求"); }
        EndSnooze();
        State = TicketState.Rejected;
        Reason = reason;
        Record(TicketEventKind.Rejected, by, at, reason);
        return TicketMove.Silent;
    }

    /// <summary>The handler says it is done; the group is asked to confirm unless told otherwise.</summary>
    public TicketMove Resolve(string? cause, string? photo, string by, DateTimeOffset at, bool ask = true)
    {
        if (!IsOpen) { return RefuseState("不能再标为办好"); }
        EndSnooze();
        State = TicketState.Resolved;
        AcceptedAt ??= at;
        (ResolvedAt, ResolvedBy) = (at, by);
        if (ask) { ContactedAt ??= at; }
        (Cause, ResolvedPhoto) = (cause, photo);
        (AskedAt, Thanked) = (ask ? at : null, false);
        Record(TicketEventKind.Resolved, by, at, cause);
        return ask ? TicketMove.Say(Heard.Resolved) : TicketMove.Silent;
    }

    /// <summary>Any word of the handler for the record.</summary>
    public TicketMove Note(string text, string by, DateTimeOffset at)
    {
        if (State is TicketState.Rejected or TicketState.Merged) { return RefuseState("不能再记"); }
        Record(TicketEventKind.Noted, by, at, text);
        return TicketMove.Silent;
    }

    public TicketMove Reopen(string reason, string by, DateTimeOffset at, TicketDeadlines deadlines)
    {
        if (!HasEnded && State != TicketState.Rejected) { return RefuseState("不用重开"); }
        Restart(by, at, reason, deadlines);
        return TicketMove.Silent;
    }

    /// <summary>办结: after 核验, or without a fix and then with its reason.</summary>
    /// <param name="told">Whether the group is told the reason.</param>
    public TicketMove Close(string? reason, bool told, string by, DateTimeOffset at)
    {
        if (State is TicketState.Closed or TicketState.Rejected or TicketState.Merged) { return RefuseState("不能再办结"); }
        bool verified = State == TicketState.Verified;
        if (!verified && string.IsNullOrWhiteSpace(reason)) { return TicketMove.Refuse($"{Number}号还没核验，直接办结请写明原因"); }
        if (verified && FourSteps.Of(this) is { IsComplete: false } steps) { return TicketMove.Refuse($"{Number}号四有还缺{steps.MissingWords}，补上一句再办结"); }
        bool says = told && !verified;
        EndSnooze();
        if (says) { ContactedAt ??= at; }
        State = TicketState.Closed;
        ClosedAt = at;
        AskedAt = null;
        (Reason, Told) = (reason, says);
        Record(TicketEventKind.Closed, by, at, reason);
        return says ? TicketMove.Say(Heard.ClosedUnfixed) : TicketMove.Silent;
    }

    /// <summary>知道了: someone is on it. It is a human word but no decision on the labels.</summary>
    public TicketMove Acknowledge(string by, DateTimeOffset at)
    {
        if (State is TicketState.Rejected or TicketState.Merged) { return RefuseEnded(); }
        Record(TicketEventKind.Acknowledged, by, at);
        return TicketMove.Silent;
    }

    private TicketMove RefuseEnded() => State switch
    {
        TicketState.Merged => TicketMove.Refuse($"{Number}号已并入{MergedInto}号"),
        _ => RefuseState("请另立一件"),
    };

    private TicketMove RefuseState(string consequence) =>
        TicketMove.Refuse(State == TicketState.Merged ? $"{Number}号已并入{MergedInto}号，{consequence}" : $"{Number}号{State.Title()}，{consequence}");
}
