using Bot.Tickets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Console.Work;

/// <summary>What the list of tickets is narrowed to, as in its address.</summary>
public sealed record TicketFilter(
    [FromQuery(Name = "state")] string? State,
    [FromQuery(Name = "group")] string? Group,
    [FromQuery(Name = "building")] string? Building,
    [FromQuery(Name = "q")] string? Words,
    [FromQuery(Name = "page")] int? PageNumber)
{
    private const string Mine = "mine";

    /// <summary>The values of <see cref="State"/> and their words; the first is the default.</summary>
    public static readonly IReadOnlyList<(string Name, string Title, TicketState[] States)> Choices =
    [
        ("open", "在办", [.. Ticket.OpenStates]),
        (Mine, "我的", [.. Ticket.OpenStates]),
        ("resolved", "等确认", [TicketState.Resolved]),
        ("ended", "已办结", [TicketState.Verified, TicketState.Closed]),
        ("void", "其他", [TicketState.Rejected, TicketState.Merged]),
        ("all", "全部", Enum.GetValues<TicketState>()),
    ];

    public string StateName => Choices.Any(choice => choice.Name == State) ? State! : Choices[0].Name;

    public TicketState[] States => Choices.First(choice => choice.Name == StateName).States;

    /// <summary>Only what the reader has in hand: given to them, or theirs and given to nobody.</summary>
    public bool IsMine => StateName == Mine;

    public int Page => Math.Clamp(PageNumber ?? 1, 1, 10_000);

    /// <summary>Narrowed by more than the state.</summary>
    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Group) || !string.IsNullOrWhiteSpace(Building) || !string.IsNullOrWhiteSpace(Words);

    public string Address(string? state = null, int page = 1) => QueryHelpers.AddQueryString("/console/tickets", new Dictionary<string, string?>
    {
        ["state"] = state ?? StateName,
        ["group"] = Blank(Group),
        ["building"] = Blank(Building),
        ["q"] = Blank(Words),
        ["page"] = page > 1 ? page.ToString() : null,
    });

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
