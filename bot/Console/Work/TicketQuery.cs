using Bot.Console.Parts;
using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Work;

/// <summary>One ticket with everything about it.</summary>
public sealed class TicketQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community, TimeProvider clock)
{
    private const int PartnersShown = 6;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    public async Task<TicketModel?> LoadAsync(int number, Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        Ticket? ticket = await db.Tickets(scope)
            .Include(found => found.Reports).Include(found => found.History).Include(found => found.Ratings).AsSplitQuery()
            .FirstOrDefaultAsync(found => found.Number == number, cancellationToken);
        if (ticket is null) { return null; }
        MessageDecision? opener = await db.Set<MessageDecision>().AsNoTracking()
            .FirstOrDefaultAsync(decision => decision.Ticket == number && decision.Opened, cancellationToken);
        Guess guess = Guess.Of(ticket, opener);
        return new TicketModel(
            ticket,
            SaidMessage.Together(ticket.Reports.OrderBy(report => report.Time).ThenBy(report => report.Id).Select(report => SaidMessage.Of(report))),
            await db.Told(scope).Where(row => row.Ticket == number).OrderBy(row => row.Id).ToListAsync(cancellationToken),
            guess,
            ticket.IsOpen ? LookAlike.To(guess, ticket.Group, number, await db.OpenLookAlikesAsync(scope, cancellationToken)) : [],
            scope.Person,
            ticket.IsOpen ? await ChoicesAsync(db, ticket, scope.Person, cancellationToken) : [])
        {
            Later = await db.Tickets(scope).Where(other => other.RecurrenceOf == number).OrderBy(other => other.Number)
                .Select(other => other.Number).ToListAsync(cancellationToken),
            NextLevel = ticket.IsOpen && ticket.Level < EscalationLevel.Subdistrict ? Escalations.Next(community.Current, ticket) : null,
            Partners = ticket.IsOpen ? [.. community.Current.PartnersFor(ticket.Group, ticket.Location, ticket.Topic).Take(PartnersShown)] : [],
            MayAct = Access.RolesFor(Access.WorkerPolicy).Contains(Access.RoleOf(community.Current, scope.Person) ?? ""),
        };
    }

    private async Task<IReadOnlyList<Choice>> ChoicesAsync(BotDbContext db, Ticket ticket, string me, CancellationToken cancellationToken)
    {
        DateTimeOffset since = clock.GetUtcNow() - Remembered;
        var past = await db.Set<Ticket>()
            .Where(other => other.Group == ticket.Group && other.Number != ticket.Number && other.Assignee != null && other.DispatchedAt > since)
            .Select(other => new { other.Assignee, other.Topic }).ToListAsync(cancellationToken);
        return
        [
            .. Assignments.Choices(community.Current, ticket, [.. past.Select(one => (one.Assignee!, one.Topic))])
                .Where(person => person.Name != me && person.Name != ticket.Assignee)
                .Select(person => new Choice(person.Name, person.Title ?? person.Name)),
        ];
    }
}
