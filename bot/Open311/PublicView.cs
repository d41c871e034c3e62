using System.Globalization;
using Bot.Grids;
using Bot.Messaging;
using Bot.Tickets;
using Bot.Triage.Locations;

namespace Bot.Open311;

/// <summary>A ticket as it is read for the view.</summary>
/// <param name="ChangedAt">Of the last line of its history.</param>
internal sealed record TicketFacts(
    int Number, TicketState State, string Topic, string Matter, string? Location, string Group,
    DateTimeOffset OpenedAt, DateTimeOffset? VerifiedAt, DateTimeOffset? ClosedAt, DateTimeOffset? FeedbackDueAt, DateTimeOffset ChangedAt, int? MergedInto);

/// <summary>
/// What everybody may know of a ticket: what kind of matter, where as far as the entrance, how it stands and since when. Nobody's
/// words, names or numbers, no flat; 办好 is open until somebody confirms it.
/// </summary>
internal sealed class PublicView(CommunityDirectory directory, CommunityClock clock)
{
    public const string Open = "open";
    public const string Closed = "closed";

    /// <summary>The states in which a request is open.</summary>
    public static readonly IReadOnlyList<TicketState> OpenStates = [.. Ticket.OpenStates, TicketState.Resolved];

    private readonly LocationReader _places = new(directory);

    public PublicRequest Of(TicketFacts ticket)
    {
        Service service = Service.Of(ticket.Topic)!;
        bool open = OpenStates.Contains(ticket.State);
        return new PublicRequest(
            ticket.Number.ToString(CultureInfo.InvariantCulture), open ? Open : Closed, Notes(ticket), ListedService.Of(service).ServiceName, service.Code,
            service.IsOther ? ListedService.Of(service).ServiceName : MatterName.Known(ticket.Topic, ticket.Matter), directory.Community, Say(ticket.OpenedAt),
            Say(open ? ticket.ChangedAt : ticket.VerifiedAt ?? ticket.ClosedAt ?? ticket.ChangedAt), open && ticket.FeedbackDueAt is { } due ? Say(due) : null, Address(ticket));
    }

    private static string Notes(TicketFacts ticket) => ticket.MergedInto is { } into ? $"和{into}号是同一件事，已并入" : ticket.State.Title();

    // what a person typed may name somebody: only what reads as a place is shown
    private string? Address(TicketFacts ticket)
    {
        if (ticket.Location is not { Length: > 0 } location || _places.Read(location, "", ticket.Group)?.Place is not { } place) { return null; }
        bool basement = place.Floor?.StartsWith('负') == true;
        string text = (place with { ShowsCompound = place.Compound is not null, Room = null, Floor = basement ? place.Floor : null }).ToString();
        return text.Length == 0 ? null : PersonalNumbers.Mask(text);
    }

    private string Say(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, clock.Zone).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
