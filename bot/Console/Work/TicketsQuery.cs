using System.Text.RegularExpressions;
using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>The list of tickets: by urgency, then by what is due first; ended ones by what ended last.</summary>
public sealed partial class TicketsQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community)
{
    private const int PerPage = 40;

    public async Task<TicketsModel> LoadAsync(TicketFilter filter, string me, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<Ticket> found = Narrow(db.Set<Ticket>().AsNoTracking(), filter, me);
        List<TicketRow> rows = await Order(found, filter)
            .Skip((filter.Page - 1) * PerPage).Take(PerPage + 1)
            .Select(ticket => new TicketRow(
                ticket,
                ticket.Reports.Where(report => report.IsReport).Select(report => report.Sender).Distinct().Count()))
            .ToListAsync(cancellationToken);
        return new TicketsModel(
            filter,
            [.. rows.Take(PerPage)],
            await found.CountAsync(cancellationToken),
            rows.Count > PerPage,
            [.. community.Current.Groups.Keys],
            await BuildingsAsync(db, cancellationToken));
    }

    private static IQueryable<Ticket> Narrow(IQueryable<Ticket> tickets, TicketFilter filter, string me)
    {
        string? words = filter.Words?.Trim().TrimEnd('号').Trim();
        if (!string.IsNullOrEmpty(words))
        {
            // A number names one ticket, whatever its state
            if (int.TryParse(words, out int number)) { return tickets.Where(ticket => ticket.Number == number); }
            tickets = tickets.Where(ticket => ticket.Matter.Contains(words) || ticket.Topic.Contains(words)
                || ticket.Location!.Contains(words)
                || ticket.Reports.Any(report => report.Text.Contains(words) || report.Sender.Contains(words)));
        }
        TicketState[] states = filter.States;
        tickets = tickets.Where(ticket => states.Contains(ticket.State));
        if (filter.IsMine) { tickets = tickets.Where(ticket => ticket.Assignee == me || (ticket.Assignee == null && ticket.Owner == me)); }
        if (!string.IsNullOrWhiteSpace(filter.Group))
        {
            tickets = tickets.Where(ticket => ticket.Reports.Any(report => report.Group == filter.Group));
        }
        return string.IsNullOrWhiteSpace(filter.Building)
            ? tickets
            : tickets.Where(ticket => ticket.Location!.StartsWith(filter.Building));
    }

    private static IOrderedQueryable<Ticket> Order(IQueryable<Ticket> tickets, TicketFilter filter) => filter.StateName switch
    {
        "open" or "mine" => tickets.OrderByDescending(ticket => ticket.Urgency).ThenBy(ticket => ticket.DueAt),
        _ => tickets.OrderByDescending(ticket => ticket.Number),
    };

    private static async Task<string[]> BuildingsAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        List<string?> places = await db.Set<Ticket>()
            .Where(ticket => ticket.Location != null && Ticket.OpenStates.Contains(ticket.State))
            .Select(ticket => ticket.Location).Distinct().ToListAsync(cancellationToken);
        return [.. places.Select(place => Building().Match(place!).Value).Where(name => name.Length > 0).Distinct()
            .OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)];
    }

    [GeneratedRegex("^[^0-9]*[0-9]+号楼?")]
    private static partial Regex Building();
}
