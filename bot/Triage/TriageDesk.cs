using Bot.Answers;
using Bot.Grids;
using Bot.Tickets;
using Bot.Triage.Judging;
using Bot.Triage.Reading;

namespace Bot.Triage;

/// <summary>What an outcome came to: a row per message, the tickets touched, and what is to be said.</summary>
public sealed record Applied(IReadOnlyList<AppliedVerdict> Rows, IReadOnlyCollection<Ticket> Tickets);

/// <param name="Reply">What the group hears because of this message; null for silence.</param>
/// <param name="InDanger">Whether it is about an emergency that is not over: then it is said in silence too.</param>
public sealed record AppliedVerdict(Verdict Verdict, Decision Decision, int? Ticket, string? Reply, bool InDanger);

/// <summary>Carries out verdicts on the tickets and words the replies; live inside a unit of work, or in a replay's memory.</summary>
public sealed class TriageDesk(
    CommunityDirectory directory, TicketDeadlines deadlines, ICaseBook tickets, IQuestionBook questions, IKnowledge knowledge)
{
    private readonly TicketReplies _replies = new(directory, deadlines.Clock);
    private readonly CallDesk _calls = new(directory, deadlines, tickets, questions);
    private readonly QuestionDesk _questions = new(knowledge, directory, deadlines.Clock);

    /// <param name="considered">See <see cref="AskedInBurst"/>.</param>
    public async Task<Applied> ApplyAsync(BurstOutcome outcome, Considered? considered, CancellationToken cancellationToken = default)
    {
        Dictionary<int, Ticket> touched = [];
        Dictionary<Matter, Ticket> opened = [];
        List<AppliedVerdict> rows = [];
        foreach (Verdict verdict in outcome.Verdicts)
        {
            (Ticket? ticket, string? reply) = verdict.Act switch
            {
                Act.Open => await OpenAsync(verdict, outcome, opened, cancellationToken),
                Act.Join => await JoinAsync(verdict, outcome, opened, cancellationToken),
                Act.FollowUp => await FollowAsync(verdict, outcome, opened, cancellationToken),
                Act.Claim => await ClaimAsync(verdict, outcome, cancellationToken),
                Act.Call => await _calls.AnswerAsync(verdict, outcome, cancellationToken),
                Act.Ask => (null, await AskAsync(verdict, outcome, considered, cancellationToken)),
                Act.Drill => (null, verdict.Speaks ? NamedReplies.Drill : null),
                Act.Named => (null, verdict.Speaks ? NamedReplies.Here : null),
                _ => (null, null),
            };
            if (ticket is not null)
            {
                touched[ticket.Number] = ticket;
            }

            reply = verdict.Finding.Has(Cues.IdentityNumber) ? NamedReplies.Privacy : reply;
            rows.Add(new AppliedVerdict(verdict, Row(verdict, ticket, opened, reply), ticket?.Number, reply, ticket is { Urgency: Urgency.Emergency, IsOpen: true }));
        }

        return new Applied(rows, touched.Values);
    }

    private async Task<(Ticket?, string?)> OpenAsync(
        Verdict verdict, BurstOutcome outcome, Dictionary<Matter, Ticket> opened, CancellationToken cancellationToken)
    {
        Matter matter = verdict.Matter!;
        if (!opened.TryGetValue(matter, out Ticket? ticket))
        {
            ticket = await OpenAsync(matter, recurrenceOf: null, outcome, cancellationToken);
            opened[matter] = ticket;
        }

        string? reply = verdict.Speaks ? _replies.Opening(ticket, verdict.Finding.Message.Sender, outcome.SpokenAt) : null;
        return (ticket, reply);
    }

    private async Task<Ticket> OpenAsync(Matter matter, int? recurrenceOf, BurstOutcome outcome, CancellationToken cancellationToken)
    {
        string group = matter.Opener.Message.Group;
        TicketReport[] reports = [.. matter.Parts.OrderByDescending(part => part == matter.Opener).Select(part => Reports.Of(part.Message, outcome.WrittenLate))];
        string? place = Name(matter.Place);
        NewTicket ticket = new(matter.Category, matter.Topic, matter.Urgency, place, Matter: null,
            Owner: directory.LeadOf(group, place)?.Name, reports, recurrenceOf);
        return await tickets.OpenAsync(ticket, outcome.SpokenAt, cancellationToken);
    }

    private async Task<(Ticket?, string?)> JoinAsync(
        Verdict verdict, BurstOutcome outcome, Dictionary<Matter, Ticket> opened, CancellationToken cancellationToken)
    {
        if (verdict.Matter is { } told && opened.TryGetValue(told, out Ticket? already))
        {
            return (already, null);
        }

        Ticket? ticket = await tickets.FindAsync(verdict.Incident!.Ticket, cancellationToken);
        if (ticket is null)
        {
            return (null, null);
        }

        ChatMessage message = verdict.Finding.Message;
        TicketMove move = ticket.Join(Reports.Of(message, outcome.WrittenLate), deadlines);
        if (move.Outcome is MoveOutcome.Recurs or MoveOutcome.Unrelated && verdict.Matter is { } matter)
        {
            Ticket again = await OpenAsync(matter, move.Outcome == MoveOutcome.Recurs ? ticket.Number : null, outcome, cancellationToken);
            opened[matter] = again;
            return (again, _replies.Opening(again, message.Sender, outcome.SpokenAt));
        }

        if (!move.IsDone)
        {
            return (null, null);
        }

        Locate(ticket, verdict);
        if (verdict.Matter?.Emergency is not null && !verdict.Incident.IsEmergency)
        {
            TicketMove raised = ticket.Raise(Urgency.Emergency, message.Sender, outcome.SpokenAt, deadlines);
            raised = raised.Heard == Heard.Silent ? move : raised;
            await tickets.TellPeopleAsync(ticket, raised, outcome.SpokenAt, cancellationToken);
            return (ticket, verdict.Speaks ? _replies.For(raised.Heard, ticket, message.Sender, outcome.SpokenAt) : null);
        }

        await tickets.TellPeopleAsync(ticket, move, outcome.SpokenAt, cancellationToken);
        return (ticket, _replies.For(move.Heard, ticket, message.Sender, outcome.SpokenAt));
    }

    // Who reported it settles an unknown or corrected place, or whoever tells the whole matter; no neighbour answers for them
    private void Locate(Ticket ticket, Verdict verdict)
    {
        ChatMessage message = verdict.Finding.Message;
        bool settles = ticket.Location is null && (verdict.Matter is not null || ticket.Reports.Any(report => report.IsReport && report.Sender == message.Sender && report.MessageId != message.Id));
        bool corrects = verdict.Finding.Place is { IsCorrection: true } && verdict.Intent == Intent.Detail;
        if (verdict.Finding.Place is { } reading && (settles || corrects))
        {
            string? before = ticket.Location;
            ticket.Locate(Corrected(verdict, reading).ToString(), message.Sender, message.Time);
            HandOn(ticket, before);
        }
    }

    // a matter that nobody has taken up belongs to the lead of where it turned out to be
    private void HandOn(Ticket ticket, string? before)
    {
        if (ticket.State == TicketState.Captured && ticket.Owner == directory.LeadOf(ticket.Group, before)?.Name)
        {
            ticket.Owner = directory.LeadOf(ticket.Group, ticket.Location)?.Name ?? ticket.Owner;
        }
    }

    // "不对 是7单元" changes the unit alone
    private static Locations.Place Corrected(Verdict verdict, Locations.PlaceReading reading) =>
        reading.IsCorrection && verdict.Incident?.Place is { } known ? known.Merge(reading.Place, correction: true) : reading.Place;

    private async Task<(Ticket?, string?)> FollowAsync(
        Verdict verdict, BurstOutcome outcome, Dictionary<Matter, Ticket> opened, CancellationToken cancellationToken)
    {
        Ticket? ticket = await tickets.FindAsync(verdict.Incident!.Ticket, cancellationToken);
        if (ticket is null)
        {
            return (null, null);
        }

        ChatMessage message = verdict.Finding.Message;
        if (verdict.Finding.IsStaff)
        {
            ticket.Log(verdict.Finding.Has(Cues.Fixed) ? StaffWord.Done : StaffWord.Progress, Reports.Of(message));
            return (ticket, null);
        }

        // "怎么还没修" about what is said to be done means that it is not
        FollowUp said = OneWord.Of(verdict.Finding.Body, ticket) ?? (ticket.HasEnded && verdict.Intent == Intent.Urge ? FollowUp.NotFixed : Said(verdict));
        TicketMove move = ticket.Hear(said, Reports.Of(message, outcome.WrittenLate), verdict.Pointed, deadlines);
        if (move.Outcome is MoveOutcome.Recurs or MoveOutcome.Unrelated && verdict.Matter is { } matter)
        {
            Ticket again = await OpenAsync(matter, move.Outcome == MoveOutcome.Recurs ? ticket.Number : null, outcome, cancellationToken);
            opened[matter] = again;
            return (again, _replies.Opening(again, message.Sender, outcome.SpokenAt));
        }

        await tickets.TellPeopleAsync(ticket, move, outcome.SpokenAt, cancellationToken);
        string? reply = move.IsDone ? _replies.For(move.Heard, ticket, message.Sender, outcome.SpokenAt) : null;
        bool expected = verdict.Speaks || said == FollowUp.Verified;
        return (move.IsDone ? ticket : null, expected ? reply : null);
    }

    private static FollowUp Said(Verdict verdict) => verdict.Intent switch
    {
        Intent.Urge => FollowUp.Urge,
        Intent.NotFixed => FollowUp.NotFixed,
        Intent.Worse => FollowUp.Worse,
        Intent.Relapse => FollowUp.Relapse,
        Intent.Verified => FollowUp.Verified,
        Intent.Withdrawn => FollowUp.Withdrawn,
        _ => FollowUp.Update,
    };

    private async Task<(Ticket?, string?)> ClaimAsync(Verdict verdict, BurstOutcome outcome, CancellationToken cancellationToken)
    {
        Ticket? ticket = await tickets.FindAsync(verdict.Incident!.Ticket, cancellationToken);
        TicketMove? move = ticket?.Claim(Reports.Of(verdict.Finding.Message, outcome.WrittenLate));
        return move is { IsDone: true }
            ? (ticket, _replies.For(move.Heard, ticket!, verdict.Finding.Message.Sender, outcome.SpokenAt))
            : (null, null);
    }

    private async Task<string?> AskAsync(Verdict verdict, BurstOutcome outcome, Considered? considered, CancellationToken cancellationToken)
    {
        if (!verdict.Speaks || considered is null)
        {
            return null;
        }

        ChatMessage message = verdict.Finding.Message;
        NewQuestion question = new(
            considered.Question, message.Sender, message.Group, message.Channel, message.Conversation ?? message.Group, message.Id);
        return await _questions.ReplyAsync(question, considered, questions, outcome.SpokenAt, cancellationToken);
    }

    private static Decision Row(Verdict verdict, Ticket? ticket, Dictionary<Matter, Ticket> opened, string? reply)
    {
        bool reports = verdict.Kind is Kind.Issue or Kind.Emergency;
        Locations.Place? told = verdict.Finding.Place is { IsCorrection: true } reading ? Corrected(verdict, reading)
            : verdict.Matter?.Place ?? verdict.Finding.Place?.Place;
        string? location = Name(Within(verdict.Incident?.Place, told)) ?? ticket?.Location;
        bool opener = ticket is not null && verdict.IsOpener && opened.GetValueOrDefault(verdict.Matter!) == ticket;
        Category category = ticket?.Category ?? verdict.Matter?.Category ?? verdict.Finding.Prediction.Category;
        Urgency urgency = ticket?.Urgency ?? verdict.Matter?.Urgency ?? verdict.Finding.Prediction.Urgency;
        urgency = urgency == Urgency.Emergency && verdict.Kind == Kind.Issue ? Urgency.High : urgency;
        return new Decision(
            verdict.Finding.Message.Id,
            verdict.Kind.ToString().ToLowerInvariant(),
            reports || verdict.Kind == Kind.Question ? category.Name() : null,
            reports || verdict.Kind == Kind.Question ? ticket?.Topic ?? verdict.Matter?.Topic ?? TopicChoice.Choose(verdict.Finding.Prediction, verdict.Finding.Topics) : ticket?.Topic,
            reports ? urgency.Name() : null,
            reports ? location : null,
            ticket?.Number.ToString(),
            opener,
            reply,
            Math.Round(verdict.Confidence, 3),
            verdict.Reason);
    }

    // "7楼" of a matter whose building is known
    private static Locations.Place? Within(Locations.Place? known, Locations.Place? said) =>
        known is { Building: not null } && said is { Building: null } && said.IsCompatibleWith(known) ? known.Merge(said) : said;

    private static string? Name(Locations.Place? place) => place?.ToString() is { Length: > 0 } name ? name : null;
}
