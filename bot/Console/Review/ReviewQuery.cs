using Bot.Console.Parts;
using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Bot.Triage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Review;

/// <summary>What waits in 待审: most urgent first, then oldest.</summary>
public sealed class ReviewQuery(IDbContextFactory<BotDbContext> contexts)
{
    private const int Shown = 15;
    private const int SaidShown = 4;

    public async Task<ReviewModel> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        LookAlike[] open = await db.OpenLookAlikesAsync(scope, cancellationToken);
        IEnumerable<ReviewCard> cards = (await TicketsAsync(db, scope, open, cancellationToken))
            .Concat(await MessagesAsync(db, scope, open, cancellationToken))
            .OrderByDescending(card => card.Guess.Urgency ?? Urgency.Normal).ThenBy(card => card.At)
            .Take(Shown);
        return new ReviewModel(
            [.. cards],
            await db.WaitingForReviewAsync(scope, cancellationToken),
            await LastHeardAsync(db, scope, cancellationToken),
            await db.SetAsideAsync(scope, cancellationToken));
    }

    // The newest ticket is found by its key; a place without any matter asks no further
    private static async Task<DateTimeOffset?> LastHeardAsync(BotDbContext db, Scope scope, CancellationToken cancellationToken) =>
        await db.Set<Ticket>().Within(scope).OrderByDescending(ticket => ticket.Number)
            .Select(ticket => ticket.Reports.Max(report => (DateTimeOffset?)report.Time)).FirstOrDefaultAsync(cancellationToken);

    private static async Task<IEnumerable<ReviewCard>> TicketsAsync(BotDbContext db, Scope scope, LookAlike[] open, CancellationToken cancellationToken)
    {
        List<Ticket> tickets = await db.Set<Ticket>().AsNoTracking().Within(scope)
            .Where(ticket => ticket.State == TicketState.Captured)
            .OrderByDescending(ticket => ticket.Urgency).ThenBy(ticket => ticket.OpenedAt).Take(Shown)
            .Include(ticket => ticket.Reports).Include(ticket => ticket.History).AsSplitQuery().ToListAsync(cancellationToken);
        int?[] numbers = [.. tickets.Select(ticket => (int?)ticket.Number)];
        Dictionary<int, MessageDecision> openers = await db.Set<MessageDecision>().AsNoTracking()
            .Where(decision => decision.Opened && numbers.Contains(decision.Ticket))
            .ToDictionaryAsync(decision => decision.Ticket!.Value, cancellationToken);
        return tickets.Select(ticket => Card(ticket, openers.GetValueOrDefault(ticket.Number), open));
    }

    private static ReviewCard Card(Ticket ticket, MessageDecision? decision, LookAlike[] open)
    {
        Guess guess = Guess.Of(ticket, decision);
        IReadOnlyList<SaidMessage> said = SaidMessage.Together(
            ticket.Reports.OrderBy(report => report.Time).ThenBy(report => report.Id).Select(report => SaidMessage.Of(report)));
        return new ReviewCard(
            $"/console/tickets/{ticket.Number}",
            ticket.Number,
            ticket.Matter,
            ticket.Version,
            [.. said.Take(SaidShown)],
            Math.Max(0, said.Count - SaidShown),
            guess,
            ticket.OpenedAt,
            LookAlike.To(guess, ticket.Group, ticket.Number, open),
            decision?.MessageSeq)
        {
            IsPlaceUnknown = ticket.Location is null,
            IsPrivate = ticket.IsPrivate,
            PlaceAskedAt = ticket.PlaceAskedAt,
        };
    }

    private static async Task<IEnumerable<ReviewCard>> MessagesAsync(BotDbContext db, Scope scope, LookAlike[] open, CancellationToken cancellationToken)
    {
        var unsure = await db.UnsureMessages(scope).AsNoTracking()
            .Join(db.Set<MessageDecision>(), message => message.Seq, decision => decision.MessageSeq, (message, decision) => new { decision, message })
            .OrderBy(pair => pair.message.Seq).Take(Shown).ToListAsync(cancellationToken);
        IReadOnlyDictionary<(string, string), string> quotes = await db.QuotesAsync(scope, unsure.Select(pair => pair.message), cancellationToken);
        return unsure.Select(pair =>
        {
            Guess guess = Guess.Of(pair.decision);
            return new ReviewCard(
                $"/console/messages/{pair.message.Seq}",
                null,
                null,
                0,
                [SaidMessage.Of(pair.message, quotes)],
                0,
                guess,
                pair.message.Time,
                LookAlike.To(guess, pair.message.Conversation, null, open),
                pair.message.Seq);
        });
    }
}
