namespace Bot.Tickets;

/// <summary>四有: what a ticket must show before it is closed as done.</summary>
/// <param name="Found">有发现: a report.</param>
/// <param name="Planned">有方案: a plan, or someone who was given it or took it, or what was done.</param>
/// <param name="Followed">有跟踪: a step on the way, or somebody who went back to ask.</param>
/// <param name="Answered">有反馈: the reporter or the group heard of it from a person.</param>
public sealed record FourSteps(bool Found, bool Planned, bool Followed, bool Answered)
{
    public bool IsComplete => Found && Planned && Followed && Answered;

    public IReadOnlyList<(string Word, bool IsThere)> Ticks => [("发现", Found), ("方案", Planned), ("跟踪", Followed), ("反馈", Answered)];

    /// <summary>"方案、跟踪"; empty when nothing is missing.</summary>
    public string MissingWords => string.Join('、', Ticks.Where(tick => !tick.IsThere).Select(tick => tick.Word));

    public static FourSteps Of(Ticket ticket) => new(
        ticket.Reports.Any(report => report.IsReport),
        ticket.PlannedAt is not null || ticket.DispatchedAt is not null || ticket.Cause is { Length: > 0 } || Has(ticket, TicketEventKind.Contacted),
        ticket.TakenAt is not null || ticket.ResolvedPhoto is not null || ticket.VerifiedHow is Verification.Told or Verification.Second
            || Ticket.Standing(ticket.History).Any(line => IsStep(line.Kind)),
        ticket.ContactedAt is not null);

    private static bool IsStep(TicketEventKind kind) => kind is TicketEventKind.Noted or TicketEventKind.Contacted or TicketEventKind.HalfDone
        or TicketEventKind.Claimed or TicketEventKind.Acknowledged or TicketEventKind.PromiseChanged or TicketEventKind.SaidDone;

    private static bool Has(Ticket ticket, TicketEventKind kind) => Ticket.Standing(ticket.History).Any(line => line.Kind == kind);
}
