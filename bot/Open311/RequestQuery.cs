using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Open311;

/// <summary>Reads what a client may see.</summary>
internal sealed class RequestQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community, CommunityClock clock)
{
    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<PublicRequest>> ListAsync(RequestFilter filter, Client client, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<Ticket> tickets = Visible(db, client);
        tickets = filter.Numbers is { } numbers ? tickets.Where(ticket => numbers.Contains(ticket.Number)) : Filtered(tickets, filter);
        List<TicketFacts> rows = await Facts(tickets.OrderByDescending(ticket => ticket.Number).Skip((filter.Page - 1) * filter.PageSize).Take(filter.PageSize)).ToListAsync(cancellationToken);
        PublicView view = new(community.Current, clock);
        return [.. rows.Select(view.Of)];
    }

    public async Task<PublicRequest?> FindAsync(int number, Client client, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        TicketFacts? row = await Facts(Visible(db, client).Where(ticket => ticket.Number == number)).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new PublicView(community.Current, clock).Of(row);
    }

    /// <summary>The number of what a client filed under a key of its own; null when it filed nothing under it.</summary>
    public async Task<int?> FiledAsync(string key, Client client, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        string id = $"hand:{FileRequest.KeyOf(client, key)}";
        return await db.Set<TicketReport>().Where(report => report.Channel == ByHand.Outside && report.Conversation == "" && report.MessageId == id)
            .Select(report => (int?)EF.Property<int>(report, "TicketNumber")).FirstOrDefaultAsync(cancellationToken);
    }

    // one that was merged into what is hidden would point at it
    private static IQueryable<Ticket> Visible(BotDbContext db, Client client)
    {
        IQueryable<Ticket> readable = Readable(db, client);
        return readable.Within(client.Scope)
            .Where(ticket => Service.Public.Contains(ticket.Topic) && (ticket.MergedInto == null || readable.Any(other => other.Number == ticket.MergedInto)));
    }

    // What is urgent was labelled in a hurry, often by one word: until a person has looked at it, only whoever filed it sees it. A ticket leaves
    // 待审 by a person, or as 核验 by a resident's word
    private static IQueryable<Ticket> Readable(BotDbContext db, Client client)
    {
        string own = $"hand:{FileRequest.KeyOf(client, "")}";
        return db.Set<Ticket>().AsNoTracking().Where(ticket => !ticket.IsPrivate && (ticket.Urgency != Urgency.Emergency
            || ticket.AcceptedAt != null || (ticket.State != TicketState.Captured && ticket.State != TicketState.Verified)
            || ticket.Reports.Any(report => report.Channel == ByHand.Outside && report.MessageId.StartsWith(own))));
    }

    private static IQueryable<Ticket> Filtered(IQueryable<Ticket> tickets, RequestFilter filter)
    {
        tickets = tickets.Where(ticket => ticket.OpenedAt >= filter.From && ticket.OpenedAt <= filter.Until);
        if (filter.Topics is { } topics) { tickets = tickets.Where(ticket => topics.Contains(ticket.Topic)); }
        return filter.Status switch
        {
            PublicView.Open => tickets.Where(ticket => PublicView.OpenStates.Contains(ticket.State)),
            PublicView.Closed => tickets.Where(ticket => !PublicView.OpenStates.Contains(ticket.State)),
            _ => tickets,
        };
    }

    private static IQueryable<TicketFacts> Facts(IQueryable<Ticket> tickets) => tickets.Select(ticket => new TicketFacts(
        ticket.Number, ticket.State, ticket.Topic, ticket.Matter, ticket.Location, ticket.Group, ticket.OpenedAt, ticket.VerifiedAt, ticket.ClosedAt,
        ticket.FeedbackDueAt, ticket.History.OrderByDescending(line => line.Id).Select(line => line.At).First(), ticket.MergedInto));
}
