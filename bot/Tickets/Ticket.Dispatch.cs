namespace Bot.Tickets;

// Who handles it: deadlines and the promise to the group stay as they are
public sealed partial class Ticket
{
    /// <summary>派单: gives it to a person; to oneself it is taken at once.</summary>
    /// <param name="phoned">Told by telephone and not in the directory.</param>
    public TicketMove Dispatch(string to, bool phoned, string by, DateTimeOffset at, HandlerKind kind = HandlerKind.Person)
    {
        if (State is TicketState.Dispatched or TicketState.Claimed) { return TicketMove.Refuse($"{Number}号已派给{Assignee}，要换人请用转办"); }
        if (!IsOpen) { return RefuseState("不能再派"); }
        AcceptedAt ??= at;
        Owner ??= by;
        Assign(to, phoned, by, at, kind);
        Record(TicketEventKind.Dispatched, by, at, GivenTo());
        return TicketMove.Silent;
    }

    /// <summary>接单: the assignee is on it, or somebody takes what was given to nobody.</summary>
    public TicketMove Claim(string by, DateTimeOffset at)
    {
        if (State == TicketState.Claimed) { return TicketMove.Refuse($"{Number}号{Assignee}已经接了"); }
        if (!IsOpen) { return RefuseState("不能再接"); }
        if (State == TicketState.Dispatched && Assignee != by) { return TicketMove.Refuse($"{Number}号派给了{Assignee}，要自己办请转办给自己"); }
        AcceptedAt ??= at;
        Owner ??= by;
        Assignee = by;
        Dispatcher ??= by;
        EndSnooze();
        if (IsPhoned) { (IsPhoned, AssigneeKind) = (false, HandlerKind.Person); }
        (State, DispatchedAt, TakenAt) = (TicketState.Claimed, DispatchedAt ?? at, at);
        Record(TicketEventKind.Claimed, by, at);
        return TicketMove.Silent;
    }

    /// <summary>退回: the assignee cannot do it; it goes back to whoever gave it.</summary>
    public TicketMove Return(string reason, string by, DateTimeOffset at)
    {
        if (State is not (TicketState.Dispatched or TicketState.Claimed)) { return RefuseState("没有派出去，不用退回"); }
        if (!IsPhoned && Assignee != by) { return TicketMove.Refuse($"{Number}号在{Assignee}手里，要换人请用转办"); }
        if (string.IsNullOrWhiteSpace(reason)) { return TicketMove.Refuse("请写一句为什么退回"); }
        EndSnooze();
        State = TicketState.Accepted;
        string from = Assignee == by ? "" : $"{Assignee}：";
        (Assignee, AssigneeKind, Dispatcher, IsPhoned, DispatchedAt, TakenAt) = (null, HandlerKind.Person, null, false, null, null);
        Record(TicketEventKind.Returned, by, at, from + reason);
        return TicketMove.Silent;
    }

    /// <summary>转办: from the one who has it to another.</summary>
    public TicketMove Reassign(string to, bool phoned, string? reason, string by, DateTimeOffset at, HandlerKind kind = HandlerKind.Person)
    {
        if (State is not (TicketState.Dispatched or TicketState.Claimed)) { return RefuseState("没有派出去，请用派给"); }
        if (to == Assignee && phoned == IsPhoned) { return TicketMove.Refuse($"{Number}号本来就在{to}手里"); }
        string from = Assignee!;
        Assign(to, phoned, by, at, kind);
        Record(TicketEventKind.Reassigned, by, at, $"{from} → {GivenTo()}{(reason is null ? null : $"，{reason}")}");
        return TicketMove.Silent;
    }

    private void Assign(string to, bool phoned, string by, DateTimeOffset at, HandlerKind kind)
    {
        bool mine = to == by && !phoned;
        EndSnooze();
        (Assignee, AssigneeKind, Dispatcher, IsPhoned) = (to, kind, by, phoned);
        (State, DispatchedAt, TakenAt) = (mine ? TicketState.Claimed : TicketState.Dispatched, at, mine ? at : null);
    }

    private string GivenTo() => IsPhoned ? $"{Assignee}（电话）" : State == TicketState.Claimed ? $"{Assignee}，自己办" : Assignee!;
}
