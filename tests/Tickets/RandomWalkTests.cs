using Bot.Tickets;

namespace Tests.Tickets;

public sealed class RandomWalkTests
{
    private static readonly TicketState[] Ends =
        [TicketState.Resolved, TicketState.Verified, TicketState.Closed, TicketState.Rejected, TicketState.Merged];

    private static readonly Dictionary<TicketState, TicketState[]> Ways = new()
    {
        [TicketState.Captured] = [TicketState.Accepted, TicketState.Dispatched, TicketState.Claimed, TicketState.Resolved, TicketState.Verified, TicketState.Closed, TicketState.Rejected, TicketState.Merged],
        [TicketState.Accepted] = [TicketState.Dispatched, TicketState.Claimed, .. Ends],
        [TicketState.Dispatched] = [TicketState.Accepted, TicketState.Claimed, .. Ends],
        [TicketState.Claimed] = [TicketState.Accepted, TicketState.Dispatched, .. Ends],
        [TicketState.Resolved] = [TicketState.Accepted, TicketState.Dispatched, TicketState.Verified, TicketState.Closed],
        [TicketState.Verified] = [TicketState.Accepted, TicketState.Dispatched, TicketState.Closed],
        [TicketState.Closed] = [TicketState.Accepted, TicketState.Dispatched],
        [TicketState.Rejected] = [TicketState.Accepted, TicketState.Dispatched],
        [TicketState.Merged] = [.. Ticket.OpenStates],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Ten_thousand_random_moves_keep_the_rules_and_a_complete_history(int seed)
    {
        Random random = new(seed);
        List<Ticket> tickets = [Given.Ticket(1)];
        int reports = 1;
        DateTimeOffset now = Given.Now;
        for (int step = 0; step < 10_000; step++)
        {
            now = now.AddMinutes(random.Next(1, 2000));
            if (random.Next(20) == 0 || tickets.TrueForAll(ticket => ticket.State == TicketState.Merged))
            {
                tickets.Add(Given.Ticket(tickets.Count + 1));
                reports++;
            }
            Ticket ticket = tickets[random.Next(Math.Max(0, tickets.Count - 6), tickets.Count)];
            (TicketState state, int version, int said) = (ticket.State, ticket.Version, ticket.Reports.Count);
            TicketMove move = Step(random, ticket, tickets[random.Next(tickets.Count)], now, $"s{step}");
            ticket.Version.ShouldBe(ticket.History.Count);
            ticket.Version.ShouldBeGreaterThanOrEqualTo(version);
            if (ticket.Version > version) { ticket.History[version].Version.ShouldBe(version + 1); }
            if (!move.IsDone) { (ticket.State, ticket.Version, ticket.Reports.Count).ShouldBe((state, version, said)); }
            if (ticket.State != state) { Ways[state].ShouldContain(ticket.State, $"{state} → {ticket.State}"); }
            if (ticket.State != TicketState.Merged && state != TicketState.Merged) { reports += ticket.Reports.Count - said; }
            Check(ticket);
        }
        tickets.Sum(ticket => ticket.Reports.Count).ShouldBe(reports);
        tickets.ForEach(Check);
        tickets.ForEach(CheckWhole);
    }

    private static TicketMove Step(Random random, Ticket ticket, Ticket other, DateTimeOffset now, string id)
    {
        TicketReport Word(string sender = "小林") => Given.Report("……", sender, id, now);
        return random.Next(38) switch
        {
            0 => ticket.Accept("周敏", now),
            1 => random.Next(4) == 0 ? ticket.Reject("玩笑", "周敏", now) : TicketMove.Silent,
            2 => ticket.Resolve(null, null, "周敏", now, random.Next(2) == 0),
            3 => ticket.Verify("周敏", now),
            4 => ticket.Reopen("没好", "周敏", now, Given.Deadlines),
            5 => ticket.Close(random.Next(2) == 0 ? "等基金" : null, random.Next(2) == 0, "周敏", now),
            6 => random.Next(4) == 0 ? ticket.MergeInto(other, "周敏", now, Given.Deadlines) : TicketMove.Silent,
            7 => ticket.Correct(new TicketCorrection((Category)random.Next(5), Urgency: (Urgency)random.Next(4)), "周敏", now, Given.Deadlines),
            8 => ticket.Raise((Urgency)random.Next(4), "小林", now, Given.Deadlines),
            9 => ticket.Locate($"{random.Next(1, 9)}号楼", "小林", now),
            10 => ticket.Acknowledge("陈建国", now),
            11 => ticket.Claim(Word()),
            12 => ticket.Log((StaffWord)random.Next(2), Word("物业小赵")),
            13 => ticket.Join(Word(), Given.Deadlines),
            14 => ticket.Dispatch(Person(random), random.Next(4) == 0, "周敏", now),
            15 => ticket.Claim(Person(random), now),
            16 => ticket.Return("不归我管", Person(random), now),
            17 => ticket.Reassign(Person(random), random.Next(4) == 0, null, "周敏", now),
            18 => ticket.State == TicketState.Merged && other.Number == ticket.MergedInto
                ? ticket.Unmerge(other, new HashSet<int> { ticket.Number }, "周敏", now, Given.Deadlines) : TicketMove.Silent,
            19 => ticket.Contact("打过电话", "周敏", now),
            20 => ticket.MakePlan(random.Next(4) == 0 ? "" : "换配件", "周敏", now),
            21 => ticket.ChangePromise(now.AddHours(random.Next(-2, 90)), "等配件", random.Next(2) == 0, "周敏", now, Given.Deadlines),
            22 => ticket.HalfDone("灯还没换", "周敏", now, Given.Deadlines),
            23 => ticket.Snooze(random.Next(2) == 0 ? null : now.AddHours(random.Next(-2, 90)), "周敏", now, Given.Deadlines),
            24 => ticket.Wake(Ticket.Machine, now),
            25 => ticket.Escalate((EscalationLevel)random.Next(4), random.Next(2) == 0 ? null : Person(random), Ticket.Machine, now, "超时"),
            26 => ticket.SetPrivate(random.Next(2) == 0, "周敏", now),
            27 => ticket.VerifyBySecond(Person(random), now),
            28 => ticket.VerifyBySilence(3, now),
            29 => ticket.Rate((Rating)random.Next(3), random.Next(2) == 0 ? "小林" : "36-1-502", null, "周敏", now),
            30 => ticket.ExcludeRating(0, "不是反映人", Person(random), now),
            31 => ticket.ConfirmExclusion(0, Person(random), now),
            32 => Slip(random, ticket, now),
            _ => ticket.Hear((FollowUp)random.Next(11), Word(), random.Next(2) == 0, Given.Deadlines),
        };
    }

    // what was taken back at once has changed nothing
    private static TicketMove Slip(Random random, Ticket ticket, DateTimeOffset now)
    {
        (object before, bool owed) = (Shape(ticket), ticket.OwesWord);
        TicketMove move = random.Next(6) switch
        {
            0 => ticket.Accept("周敏", now),
            1 => ticket.Contact("打过电话", "周敏", now),
            2 => ticket.Dispatch(Person(random), random.Next(4) == 0, "周敏", now),
            3 => ticket.Claim("周敏", now),
            4 => ticket.Resolve(null, null, "周敏", now, random.Next(2) == 0),
            _ => ticket.Verify("周敏", now),
        };
        if (!move.IsDone) { return move; }
        ticket.Slip("李芳", now).ShouldBeNull();
        ticket.Undo("周敏", now.AddSeconds(20)).IsDone.ShouldBeTrue();
        Shape(ticket).ShouldBe(before);
        (owed && !ticket.OwesWord).ShouldBeFalse("a promise is not kept by a slip");
        return ticket.Undo("周敏", now.AddSeconds(20)).IsDone ? throw new InvalidOperationException("twice") : TicketMove.Silent;
    }

    private static object Shape(Ticket ticket) => (ticket.State, ticket.Assignee, ticket.DispatchedAt, ticket.TakenAt, ticket.AcceptedAt, ticket.ContactedAt);

    private static string Person(Random random) => new[] { "周敏", "物业老吴", "李芳" }[random.Next(3)];

    private static void Check(Ticket ticket)
    {
        ticket.History.Count.ShouldBe(ticket.Version);
        ticket.History[^1].Version.ShouldBe(ticket.Version);
        ticket.History[^1].State.ShouldBe(ticket.State);
        ticket.EndedAt.HasValue.ShouldBe(ticket.HasEnded);
        ticket.MergedInto.HasValue.ShouldBe(ticket.State == TicketState.Merged);
        ticket.Reports.Count.ShouldBeGreaterThanOrEqualTo(ticket.State == TicketState.Merged ? 0 : 1);
        ticket.PromisedAt.ShouldBeGreaterThanOrEqualTo(ticket.DueAt);
        (ticket.State is TicketState.Dispatched or TicketState.Claimed).ShouldBe(ticket.IsOpen && ticket.Assignee is not null);
        (ticket.TakenAt is not null).ShouldBe(ticket.State == TicketState.Claimed || (ticket.TakenAt is not null && !ticket.IsOpen));
        if (ticket.IsOpen) { (ticket.ResolvedAt, ticket.VerifiedAt, ticket.ClosedAt, ticket.AskedAt).ShouldBe((null, null, null, null)); }
    }

    // Once for each ticket: the asserts over whole lists are slow
    private static void CheckWhole(Ticket ticket)
    {
        StateBy(ticket.History).ShouldBe(ticket.State);
        (ticket.IsSnoozed && !ticket.IsOpen).ShouldBeFalse();
        (ticket.EscalatedAt is not null).ShouldBe(ticket.Level != EscalationLevel.Grid);
        (ticket.VerifiedHow != Verification.None).ShouldBe(ticket.VerifiedAt is not null);
        (ticket.VerifiedBy is not null).ShouldBe(ticket.VerifiedAt is not null);
        (ticket.ResolvedBy is not null).ShouldBe(ticket.ResolvedAt is not null);
        (ticket.PlannedAt is not null).ShouldBe(ticket.Plan is not null);
        (ticket.Left is not null).ShouldBe(ticket.HalfDoneAt is not null);
        ticket.Ratings.ShouldAllBe(rating => rating.ExclusionConfirmedBy == null || (rating.ExclusionBy != null && rating.ExclusionBy != rating.ExclusionConfirmedBy));
        ticket.Ratings.Where(rating => rating.ExclusionBy is null).DistinctBy(rating => rating.By).Count()
            .ShouldBe(ticket.Ratings.Count(rating => rating.ExclusionBy is null));
        InOrder(ticket);
    }

    private static void InOrder(Ticket ticket)
    {
        DateTimeOffset[] times = [.. new[] { ticket.AcceptedAt, ticket.DispatchedAt, ticket.TakenAt, ticket.ResolvedAt, ticket.VerifiedAt,
            ticket.ClosedAt, ticket.ContactedAt, ticket.PlannedAt, ticket.HalfDoneAt, ticket.EscalatedAt }.OfType<DateTimeOffset>()];
        DateTimeOffset last = ticket.History[^1].At;
        times.ShouldAllBe(time => time >= ticket.OpenedAt && time <= last);
        (ticket.VerifiedAt < ticket.ResolvedAt).ShouldBeFalse();
        (ticket.ClosedAt < ticket.VerifiedAt).ShouldBeFalse();
        (ticket.TakenAt < ticket.DispatchedAt).ShouldBeFalse();
    }

    // What the lines say, one after the other: a change of state stands only on a line whose kind explains it
    private static TicketState StateBy(IReadOnlyList<TicketEvent> history)
    {
        TicketState state = TicketState.Captured;
        foreach (TicketEvent line in history)
        {
            if (line.State != state) { Movers.ShouldContain(line.Kind, $"{state} → {line.State}"); }
            state = line.State;
        }
        return state;
    }

    private static readonly TicketEventKind[] Movers =
    [
        TicketEventKind.Accepted, TicketEventKind.Rejected, TicketEventKind.MergedInto, TicketEventKind.Unmerged, TicketEventKind.Resolved,
        TicketEventKind.Verified, TicketEventKind.Reopened, TicketEventKind.Closed, TicketEventKind.Dispatched, TicketEventKind.Claimed,
        TicketEventKind.Returned, TicketEventKind.Reassigned, TicketEventKind.Undone,
    ];
}
