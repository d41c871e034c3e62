namespace Bot.Tickets;

// What residents and staff say in the group
public sealed partial class Ticket
{
    private const int ReopenDays = 14;
    private const int RecurrenceDays = 90;

    public static Ticket Open(int number, NewTicket matter, DateTimeOffset at, TicketDeadlines deadlines)
    {
        TicketReport first = matter.Reports[0];
        DateTimeOffset due = deadlines.Due(matter.Urgency, at);
        Ticket ticket = new()
        {
            Number = number,
            Category = matter.Category,
            Topic = matter.Topic,
            Urgency = matter.Urgency,
            Location = matter.Location,
            Matter = matter.Matter ?? MatterName.From(matter.Topic, string.Join('\n', matter.Reports.Select(report => report.Text))),
            Group = first.Group,
            Owner = matter.Owner,
            OpenedAt = at,
            DueAt = due,
            FirstDueAt = due,
            PromisedAt = due,
            IsPrivate = PrivateMatters.Is(matter),
            FeedbackDueAt = deadlines.FeedbackDue(matter.Urgency, at),
            RecurrenceOf = matter.RecurrenceOf,
        };
        ticket.Reports.AddRange(matter.Reports);
        ticket.Record(TicketEventKind.Opened, first.Sender, at);
        return ticket;
    }

    /// <summary>Another report of the matter or a detail of it. Up to 14 days after its end it reopens.</summary>
    public TicketMove Join(TicketReport report, TicketDeadlines deadlines)
    {
        if (State == TicketState.Rejected || State == TicketState.Merged) { return RefuseEnded(); }
        if (HasEnded && report.IsReport && !WasSaidBefore(report)) { return Again(report, Heard.Relapsed, deadlines); }

        Add(report);
        Record(TicketEventKind.Joined, report.Sender, report.ActedAt);
        WakeBy(report);
        return TicketMove.Silent;
    }

    /// <summary>A resident's word of the matter.</summary>
    /// <param name="pointed">Whether the ticket is named by number or by quoting one of its messages.</param>
    public TicketMove Hear(FollowUp said, TicketReport word, bool pointed, TicketDeadlines deadlines)
    {
        if (State == TicketState.Merged) { return RefuseEnded(); }
        word.IsReport = false;
        return said switch
        {
            FollowUp.Urge => Urge(word, deadlines),
            FollowUp.NotFixed => NotWell(word, Heard.Urged, Heard.Reopened, deadlines),
            FollowUp.Worse => NotWell(word, Heard.Worse, Heard.Worse, deadlines),
            FollowUp.Relapse => NotWell(word, Heard.Relapsed, Heard.Relapsed, deadlines),
            FollowUp.Verified => Well(word, pointed),
            FollowUp.Withdrawn => Keep(word, TicketEventKind.Withdrawn),
            FollowUp.HalfDone => HalfWell(word, deadlines),
            FollowUp.Satisfied => Rate(Rating.Satisfied, word),
            FollowUp.Mostly => Rate(Rating.Mostly, word),
            FollowUp.Unsatisfied => Rate(Rating.Unsatisfied, word),
            _ => Keep(word, TicketEventKind.Noted),
        };
    }

    /// <summary>Words of staff are kept and move nothing; "修好了" is offered as one tap.</summary>
    public TicketMove Log(StaffWord said, TicketReport word)
    {
        if (State == TicketState.Merged) { return RefuseEnded(); }
        word.IsReport = false;
        KeepPromise();
        Add(word);
        Record(said == StaffWord.Done ? TicketEventKind.SaidDone : TicketEventKind.Noted, word.Sender, word.ActedAt);
        return TicketMove.Silent;
    }

    /// <summary>A resident takes on a posted need; the first is told who will call.</summary>
    public TicketMove Claim(TicketReport word)
    {
        if (!IsOpen) { return RefuseEnded(); }
        word.IsReport = false;
        bool first = ClaimedBy is null;
        ClaimedBy ??= word.Sender;
        Keep(word, TicketEventKind.HelpOffered);
        return first ? TicketMove.Say(Heard.Claimed) : TicketMove.Silent;
    }

    private TicketMove Urge(TicketReport word, TicketDeadlines deadlines)
    {
        Keep(word, TicketEventKind.Urged);
        if (!IsOpen) { return Contradicted(); }
        Promise(word.ActedAt, deadlines);
        return TicketMove.Say(Heard.Urged);
    }

    private TicketMove NotWell(TicketReport word, Heard open, Heard ended, TicketDeadlines deadlines)
    {
        if (HasEnded && !WasSaidBefore(word)) { return Again(word, ended, deadlines); }
        Keep(word, open == Heard.Urged ? TicketEventKind.Urged : TicketEventKind.SaidNotDone);
        if (!IsOpen) { return Contradicted(); }
        Promise(word.ActedAt, deadlines);
        return TicketMove.Say(InDanger(open));
    }

    // While it is open a half is progress and no news to the group; after 办好 the rest is to be done
    private TicketMove HalfWell(TicketReport word, TicketDeadlines deadlines)
    {
        if (HasEnded && !WasSaidBefore(word))
        {
            TicketMove again = Again(word, Heard.HalfReopened, deadlines, "好了一半");
            if (again.IsDone) { (HalfDoneAt, Left) = (word.Time, word.Text); }
            return again;
        }
        if (IsOpen) { (HalfDoneAt, Left) = (word.Time, word.Text); }
        Keep(word, TicketEventKind.HalfDone);
        return Contradicted();
    }

    // Danger that comes back is danger: the same line as the first time, not a promise
    private Heard InDanger(Heard heard) =>
        Urgency == Urgency.Emergency && heard is (Heard.Reopened or Heard.Relapsed) ? Heard.Emergency : heard;

    // Whoever was promised an answer and asks for it is not dropped because a person saw no matter in it
    private TicketMove Contradicted() => State == TicketState.Rejected ? TicketMove.Say(Heard.Contradicted) : TicketMove.Silent;

    private TicketMove Again(TicketReport word, Heard heard, TicketDeadlines deadlines, string? note = null)
    {
        int days = (int)(word.Time - EndedAt!.Value).TotalDays;
        if (days > RecurrenceDays) { return new TicketMove(MoveOutcome.Unrelated); }
        if (days > ReopenDays) { return new TicketMove(MoveOutcome.Recurs); }
        Add(word);
        Restart(word.Sender, word.ActedAt, note, deadlines);
        return TicketMove.Say(InDanger(heard));
    }

    private TicketMove Well(TicketReport word, bool pointed)
    {
        bool asked = AskedAt is { } since && FirstReports.Any(report =>
            report.Channel == word.Channel && report.Conversation == word.Conversation && report.Time <= since && word.Time >= since);
        bool verifies = (State == TicketState.Resolved && !WasSaidBefore(word)) || (IsOpen && pointed);
        if (verifies)
        {
            EndSnooze();
            State = TicketState.Verified;
            (VerifiedAt, VerifiedBy, VerifiedHow) = (word.Time, word.Sender, Verification.Resident);
        }
        Keep(word, verifies ? TicketEventKind.Verified : TicketEventKind.SaidDone);
        if (!asked || Thanked || State == TicketState.Rejected) { return TicketMove.Silent; }
        Thanked = true;
        return TicketMove.Say(Heard.Thanked);
    }

    // A chat record may tell today what was said before the matter was done
    private bool WasSaidBefore(TicketReport word) => word.Time < EndedAt;

    private TicketMove Keep(TicketReport word, TicketEventKind kind)
    {
        Add(word);
        Record(kind, word.Sender, word.ActedAt);
        WakeBy(word);
        return TicketMove.Silent;
    }

    private void Add(TicketReport report)
    {
        if (!Reports.Any(report.IsSameMessage)) { Reports.Add(report); }
    }

    // A promise that was missed is not repeated: the group gets a new time, the deadline stays missed
    private void Promise(DateTimeOffset at, TicketDeadlines deadlines)
    {
        if (PromisedAt <= at)
        {
            MissUnseen(at);
            PromisedAt = deadlines.Due(Urgency, at);
        }
        (KeptFor, SorryFor) = (null, null);
    }

    private void Restart(string by, DateTimeOffset at, string? note, TicketDeadlines deadlines)
    {
        // Whoever had it is to do it again
        State = Assignee is null ? TicketState.Accepted : TicketState.Dispatched;
        (DispatchedAt, TakenAt) = (Assignee is null ? null : at, null);
        (ResolvedAt, VerifiedAt, ClosedAt, AskedAt) = (null, null, null, null);
        (ResolvedBy, VerifiedBy, VerifiedHow) = (null, null, Verification.None);
        (HalfDoneAt, Left) = (null, null);
        (Thanked, Told, Reason) = (false, false, null);
        PromisedAt = DueAt = deadlines.Due(Urgency, at);
        FeedbackDueAt = deadlines.FeedbackDue(Urgency, at);
        (FeedbackRemindedAt, FeedbackMissedAt, SorryFor) = (null, null, null);
        (RemindedFor, KeptFor, MissedFor) = (null, null, null);
        Record(TicketEventKind.Reopened, by, at, note);
    }
}
