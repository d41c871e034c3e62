namespace Bot.Tickets;

// What it is, where, how urgent, and which other ticket it belongs to
public sealed partial class Ticket
{
    /// <summary>The place came later than the report, or a resident sets it right.</summary>
    public TicketMove Locate(string location, string by, DateTimeOffset at)
    {
        if (State is TicketState.Rejected or TicketState.Merged) { return RefuseEnded(); }
        if (location == Location) { return TicketMove.Silent; }
        string? before = Location;
        Location = location;
        Record(TicketEventKind.Located, by, at, $"{before ?? "地点不详"} → {location}");
        return TicketMove.Silent;
    }

    /// <summary>A later message shows it is more urgent; a matter never becomes less urgent by itself.</summary>
    public TicketMove Raise(Urgency urgency, string by, DateTimeOffset at, TicketDeadlines deadlines)
    {
        if (!IsOpen) { return RefuseEnded(); }
        if (urgency <= Urgency) { return TicketMove.Silent; }
        Change(urgency, at, deadlines);
        Record(TicketEventKind.Raised, by, at, urgency.Title());
        return urgency == Urgency.Emergency ? TicketMove.Say(Heard.BecameEmergency) : TicketMove.Silent;
    }

    public TicketMove Correct(TicketCorrection correction, string by, DateTimeOffset at, TicketDeadlines deadlines)
    {
        if (State is TicketState.Rejected or TicketState.Merged) { return RefuseState("不能再改"); }
        List<string> changes = [];
        Change(changes, Category.Name(), correction.Category?.Name(), () => Category = correction.Category!.Value);
        Change(changes, Topic, correction.Topic, () => Topic = correction.Topic!);
        Change(changes, Urgency.Title(), correction.Urgency?.Title(), () => Change(correction.Urgency!.Value, at, deadlines));
        Change(changes, Location ?? "", correction.Location?.Trim(), () => Location = correction.Location!.Trim() is { Length: > 0 } place ? place : null);
        Change(changes, Matter, correction.Matter, () => Matter = correction.Matter!);
        if (changes.Count == 0) { return TicketMove.Refuse("没有改动"); }
        Record(TicketEventKind.Corrected, by, at, string.Join("；", changes));
        return TicketMove.Silent;
    }

    /// <summary>This ticket is the same matter as another open one, which takes over its messages.</summary>
    public TicketMove MergeInto(Ticket other, string by, DateTimeOffset at, TicketDeadlines deadlines)
    {
        if (!IsOpen) { return RefuseState("不能再并"); }
        if (other.Number == Number) { return TicketMove.Refuse("不能并入自己"); }
        if (!other.IsOpen) { return other.RefuseState(other.HasEnded ? "要并入请先重开" : "不能并入"); }
        EndSnooze();
        State = TicketState.Merged;
        MergedInto = other.Number;
        (PlaceGiven, UrgencyBefore) = (other.Location is null && Location is not null, Urgency > other.Urgency ? other.Urgency : null);
        other.Absorb(this, by, at, deadlines);
        Reports.Clear();
        Record(TicketEventKind.MergedInto, by, at, $"并入{other.Number}号");
        return TicketMove.Silent;
    }

    /// <summary>Takes a merge back: this ticket is what it was, with the messages it brought.</summary>
    /// <param name="origins">Numbers of this ticket and of those merged into it before.</param>
    public TicketMove Unmerge(Ticket other, IReadOnlyCollection<int> origins, string by, DateTimeOffset at, TicketDeadlines deadlines)
    {
        if (State != TicketState.Merged) { return RefuseState("没有并走，不用撤销"); }
        TicketReport[] own = [.. other.Reports.Where(report => report.MergedFrom is { } from && origins.Contains(from))];
        if (own.Length == 0) { return TicketMove.Refuse($"{Number}号的消息已经不在{other.Number}号里，撤不回来"); }
        other.Reports.RemoveAll(own.Contains);
        bool restored = GiveBack(other, at, deadlines);
        other.Record(TicketEventKind.TakenBack, by, at, $"{Number}号的{own.Length}条消息{(restored ? "，地点和急不急还原" : null)}");
        foreach (TicketReport report in own)
        {
            report.MergedFrom = report.MergedFrom == Number ? null : report.MergedFrom;
            Add(report);
        }
        State = History.Last(line => line.State != TicketState.Merged).State;
        MergedInto = null;
        Record(TicketEventKind.Unmerged, by, at, $"从{other.Number}号撤回");
        return TicketMove.Silent;
    }

    // What a person has set since stays as it is
    private bool GiveBack(Ticket other, DateTimeOffset at, TicketDeadlines deadlines)
    {
        bool direct = MergedInto == other.Number;
        bool place = direct && PlaceGiven && other.Location == Location;
        bool urgency = direct && UrgencyBefore is not null && other.IsOpen && other.Urgency == Urgency;
        if (place) { other.Location = null; }
        if (urgency) { other.Change(UrgencyBefore!.Value, at, deadlines); }
        (PlaceGiven, UrgencyBefore) = (false, null);
        return place || urgency;
    }

    /// <summary>Takes messages out that are another matter; the caller opens a ticket with them.</summary>
    public TicketMove Split(IReadOnlyCollection<TicketReport> reports, int into, string by, DateTimeOffset at)
    {
        if (State is TicketState.Rejected or TicketState.Merged) { return RefuseState("不能再拆"); }
        if (reports.Count == 0 || !reports.All(Reports.Contains)) { return TicketMove.Refuse($"{Number}号里没有要拆出的消息"); }
        if (!Reports.Except(reports).Any(report => report.IsReport)) { return TicketMove.Refuse("至少留下一条反映，不能全部拆出"); }
        Reports.RemoveAll(reports.Contains);
        Record(TicketEventKind.Split, by, at, $"拆出{reports.Count}条到{into}号");
        return TicketMove.Silent;
    }

    private void Absorb(Ticket other, string by, DateTimeOffset at, TicketDeadlines deadlines)
    {
        foreach (TicketReport report in other.Reports)
        {
            report.MergedFrom ??= other.Number;
            Add(report);
        }
        bool secret = other.IsPrivate && !IsPrivate;
        IsPrivate |= other.IsPrivate;
        Location ??= other.Location;
        if (other.Urgency > Urgency) { Change(other.Urgency, at, deadlines); }
        Record(TicketEventKind.Absorbed, by, at, $"并来{other.Number}号{(secret ? "，按私密的办" : null)}");
    }

    private void Change(Urgency urgency, DateTimeOffset at, TicketDeadlines deadlines)
    {
        Urgency = urgency;
        if (urgency == Urgency.Emergency) { EndSnooze(); }
        DateTimeOffset due = deadlines.Due(urgency, at);
        FeedbackDueAt = deadlines.FeedbackDue(urgency, OpenedAt);
        if (!IsOpen || due >= DueAt) { return; }
        DueAt = PromisedAt = FirstDueAt = due;
    }

    private static void Change(List<string> changes, string before, string? after, Action apply)
    {
        if (after is null || after == before) { return; }
        apply();
        changes.Add($"{(before.Length == 0 ? "不详" : before)} → {(after.Length == 0 ? "不详" : after)}");
    }
}
