using Bot.Console.Parts;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Review;

/// <summary>What waits in 待审: most urgent first, then oldest.</summary>
public sealed class ReviewQuery(IDbContextFactory<BotDbContext> contexts)
{
    private const int Shown = 20;
    private const int SaidShown = 4;

    public async Task<ReviewModel> LoadAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<Ticket> captured = db.Set<Ticket>().AsNoTracking().Where(ticket => ticket.State == TicketState.Captured);
        List<Ticket> tickets = await captured.Include(ticket => ticket.Reports)
            .OrderByDescending(ticket => ticket.Urgency).ThenBy(ticket => ticket.OpenedAt)
            .Take(Shown).AsSplitQuery().ToListAsync(cancellationToken);
        LookAlike[] open = await db.OpenLookAlikesAsync(cancellationToken);
        return new ReviewModel(
            [.. tickets.Select(ticket => Card(ticket, open))],
            await captured.CountAsync(cancellationToken),
            await db.Set<TicketReport>().MaxAsync(report => (DateTimeOffset?)report.Time, cancellationToken));
    }

    private static ReviewCard Card(Ticket ticket, LookAlike[] open)
    {
        Guess guess = new(ticket.Category, ticket.Topic, ticket.Location, ticket.Urgency, null, null);
        return new ReviewCard(
            $"/console/tickets/{ticket.Number}",
            ticket.Number,
            ticket.Matter,
            ticket.Version,
            [.. ticket.Reports.OrderBy(report => report.Time).Take(SaidShown).Select(report =>
                new SaidMessage(report.Sender, report.Group, report.Text, report.Time, report.Images))],
            Math.Max(0, ticket.Reports.Count - SaidShown),
            guess,
            ticket.Group,
            ticket.OpenedAt,
            LookAlike.To(guess, ticket.Group, ticket.Number, open));
    }
}
