using System.Globalization;
using Bot.Tickets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Console.Work;

/// <summary>What the list of tickets is narrowed to, as in its address.</summary>
public sealed record TicketFilter
{
    public const string Late = "late";
    public const string Today = "today";
    private const string Mine = "mine";
    private const string Later = "later";

    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [FromQuery(Name = "group")]
    public string? Group { get; init; }

    [FromQuery(Name = "building")]
    public string? Building { get; init; }

    [FromQuery(Name = "q")]
    public string? Words { get; init; }

    [FromQuery(Name = "page")]
    public int? PageNumber { get; init; }

    /// <summary>"late", "today": when a person must have spoken.</summary>
    [FromQuery(Name = "due")]
    public string? Due { get; init; }

    [FromQuery(Name = "urgency")]
    public string? Urgency { get; init; }

    [FromQuery(Name = "category")]
    public string? Category { get; init; }

    [FromQuery(Name = "topic")]
    public string? Topic { get; init; }

    /// <summary>"today", or the first day as 2026-11-21.</summary>
    [FromQuery(Name = "opened")]
    public string? Opened { get; init; }

    /// <summary>The last day it was opened on.</summary>
    [FromQuery(Name = "until")]
    public string? Until { get; init; }

    /// <summary>Name of whoever has it.</summary>
    [FromQuery(Name = "person")]
    public string? Person { get; init; }

    /// <summary>The values of <see cref="State"/> and their words; the first is the default.</summary>
    public static readonly IReadOnlyList<(string Name, string Title, TicketState[] States)> Choices =
    [
        ("open", "在办", [.. Ticket.OpenStates]),
        (Mine, "我的", [.. Ticket.OpenStates]),
        (Later, "稍后", [.. Ticket.OpenStates]),
        ("resolved", "等确认", [TicketState.Resolved]),
        ("ended", "已办结", [TicketState.Verified, TicketState.Closed]),
        ("void", "其他", [TicketState.Rejected, TicketState.Merged]),
        ("all", "全部", Enum.GetValues<TicketState>()),
    ];

    public string StateName => Choices.Any(choice => choice.Name == State) ? State! : Choices[0].Name;

    public TicketState[] States => Choices.First(choice => choice.Name == StateName).States;

    /// <summary>Only what the reader has in hand: given to them, or theirs and given to nobody.</summary>
    public bool IsMine => StateName == Mine;

    /// <summary>Only what is put off: 稍后.</summary>
    public bool IsLater => StateName == Later;

    /// <summary>What is put off is out of sight, but not out of time.</summary>
    public bool HidesLater => StateName is "open" or Mine && Due is null;

    public int Page => Math.Clamp(PageNumber ?? 1, 1, 10_000);

    /// <summary>What it is narrowed to besides the state, in words.</summary>
    public IReadOnlyList<string> Narrowings =>
    [
        .. new[]
        {
            Words, Group, Building, Category, Topic, Person,
            Due switch { Late => "超时", Today => "今天到期", _ => null },
            LabelNames.TryParse(Urgency, out Urgency urgency) ? urgency.Title() : null,
            Opened == Today ? "今天新来" : DayOf(Opened) is { } first ? $"{first:yyyy-MM-dd}起" : null,
            DayOf(Until) is { } last ? $"到{last:yyyy-MM-dd}" : null,
        }.Where(word => !string.IsNullOrWhiteSpace(word)).Select(word => word!.Trim()),
    ];

    public bool IsNarrowed => Narrowings.Count > 0;

    public string Address(string? state = null, int page = 1) => "/console/tickets" + Query(state, page);

    /// <summary>The same rows as a sheet.</summary>
    public string ExportAddress => "/console/tickets/export" + Query(null, 1);

    /// <summary>"?state=open&amp;due=late".</summary>
    public string Query(string? state = null, int page = 1) => QueryHelpers.AddQueryString("", new Dictionary<string, string?>
    {
        ["state"] = state ?? StateName,
        ["group"] = Blank(Group),
        ["building"] = Blank(Building),
        ["q"] = Blank(Words),
        ["due"] = Blank(Due),
        ["urgency"] = Blank(Urgency),
        ["category"] = Blank(Category),
        ["topic"] = Blank(Topic),
        ["opened"] = Blank(Opened),
        ["until"] = Blank(Until),
        ["person"] = Blank(Person),
        ["page"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
    });

    public static DateTime? DayOf(string? value) =>
        DateTime.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) && day.Year is > 2000 and < 2200 ? day : null;

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
