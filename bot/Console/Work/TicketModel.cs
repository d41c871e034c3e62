using Bot.Console.Parts;
using Bot.Grids;
using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Console.Work;

/// <summary>A person the ticket can be given to.</summary>
/// <param name="Title">As the group knows the person.</param>
public sealed record Choice(string Name, string Title);

/// <param name="Me">Name of the reader.</param>
/// <param name="Choices">Whom it can be given to, the usual one first; without the reader and whoever has it.</param>
/// <param name="Said">Every message of the ticket in time order.</param>
/// <param name="Told">What was said, or is to be said, in the group about it.</param>
public sealed record TicketModel(
    Ticket Ticket,
    IReadOnlyList<SaidMessage> Said,
    IReadOnlyList<OutboxMessage> Told,
    Guess Guess,
    IReadOnlyList<LookAlike> LookAlikes,
    string Me,
    IReadOnlyList<Choice> Choices,
    Kept? Kept = null)
{
    /// <summary>Tickets of the same place and matter that came after this one.</summary>
    public IReadOnlyList<int> Later { get; init; } = [];

    /// <summary>The level it can be taken up to; null at the top.</summary>
    public EscalationLevel? NextLevel { get; init; }

    /// <summary>物业 and 共建单位 it can go to by telephone, those for its topic first.</summary>
    public IReadOnlyList<Partner> Partners { get; init; } = [];

    /// <summary>Whether the reader may act on it.</summary>
    public bool MayAct { get; init; } = true;

    /// <summary>The version the reader's form stood on, when somebody was quicker.</summary>
    public int? Since { get; init; }

    /// <summary>What happened meanwhile, with the state before each line.</summary>
    public IReadOnlyList<(TicketEvent Line, TicketState Before)> Meanwhile => (Since ?? Kept?.Since) is { } seen
        ? [.. Ticket.History.Where(line => line.Version > seen).OrderBy(line => line.Version).Select(line => (line, StateBefore(line)))]
        : [];

    public FourSteps Four => FourSteps.Of(Ticket);

    /// <summary>Nobody verifies their own work.</summary>
    public bool MayVerifyAsSecond => Ticket.State == TicketState.Resolved && Me != Ticket.ResolvedBy && Me != Ticket.Assignee;

    public string Act => $"/console/tickets/{Ticket.Number}";

    public IEnumerable<IGrouping<string, TicketReport>> Reporters =>
        Ticket.Reports.Where(report => report.IsReport).GroupBy(report => report.Sender);

    public bool IsMine => Ticket.Assignee == Me && !Ticket.IsPhoned;

    /// <summary>Why it came back, until it is given out again.</summary>
    public TicketEvent? Returned => Ticket.IsOpen && Ticket.Assignee is null && Ticket.History.LastOrDefault(IsHandOver) is { Kind: TicketEventKind.Returned } back
        ? back : null;

    private static bool IsHandOver(TicketEvent line) =>
        line.Kind is TicketEventKind.Dispatched or TicketEventKind.Claimed or TicketEventKind.Returned or TicketEventKind.Reassigned;

    /// <summary>The newest word of staff that it is done, while the ticket is still open.</summary>
    public TicketEvent? SaidDone => Ticket.IsOpen
        ? Ticket.History.Where(line => line.Kind == TicketEventKind.SaidDone).MaxBy(line => line.At)
        : null;

    private TicketState StateBefore(TicketEvent line) =>
        Ticket.History.Where(other => other.Version < line.Version).MaxBy(other => other.Version)?.State ?? line.State;
}
