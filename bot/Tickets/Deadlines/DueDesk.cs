using Bot.Grids;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tickets.Deadlines;

/// <summary>Looks at the tickets whose time has come. What was done is committed with what is said of it, so a crash repeats nothing.</summary>
public sealed class DueDesk(
    WriteQueue queue, IDbContextFactory<BotDbContext> contexts, CommunityStore community, TicketDeadlines deadlines, GroupBudget budget,
    Outbox outbox, PrivateWays ways, TicketsChanged changed, TimeProvider clock, ILogger<DueDesk> logger)
{
    /// <summary>Most tickets of one unit of work; what people hear is folded within it.</summary>
    internal const int Batch = 50;

    private static readonly TimeSpan SetAside = TimeSpan.FromHours(1);

    /// <summary>When the next ticket is to be looked at; null when none is.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Ticket>().Where(ticket => ticket.LookAt != null).MinAsync(ticket => ticket.LookAt, cancellationToken);
    }

    /// <summary>A ticket that cannot be worked on is set aside for an hour and holds back no other.</summary>
    /// <returns>How many tickets were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        int[] due = await DueAsync(now, cancellationToken);
        try
        {
            await RunAsync(due, now, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && due.Length > 0)
        {
            foreach (int number in due) { await RunAloneAsync(number, now, cancellationToken); }
        }
        return due.Length;
    }

    private async Task RunAloneAsync(int number, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync([number], now, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.SetAside(number, exception);
            DateTimeOffset later = now + SetAside;
            await queue.RunAsync((db, token) => db.Set<Ticket>().Where(ticket => ticket.Number == number)
                .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.LookAt, later), token), cancellationToken);
        }
    }

    private async Task RunAsync(int[] due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (int acted, int told) = await queue.RunAsync((db, token) => RunAsync(db, due, now, token), cancellationToken);
        if (acted > 0) { logger.FellDue(acted, due.Length, told); }
    }

    private async Task<int[]> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Ticket>().Where(ticket => ticket.LookAt != null && ticket.LookAt <= now)
            .OrderBy(ticket => ticket.LookAt).Select(ticket => ticket.Number).Take(Batch).ToArrayAsync(cancellationToken);
    }

    internal async Task<(int Acted, int Told)> RunAsync(BotDbContext db, int[] due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<Ticket> looked = await db.Set<Ticket>().AsNoTracking().Where(ticket => due.Contains(ticket.Number) && ticket.LookAt != null && ticket.LookAt <= now)
            .OrderBy(ticket => ticket.LookAt).ToListAsync(cancellationToken);
        DueWork work = new(db, community.Current, deadlines, budget, now);
        int acted = 0;
        foreach (Ticket bare in looked)
        {
            DueLook look = DueLook.Of(bare, deadlines.Preset, deadlines.Clock, now);
            if (look.Acts.Count == 0)
            {
                await db.Set<Ticket>().Where(ticket => ticket.Number == bare.Number)
                    .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.LookAt, look.Next), cancellationToken);
                continue;
            }
            acted++;
            Ticket ticket = (await db.FindTicketAsync(bare.Number, cancellationToken))!;
            await work.RunAsync(ticket, cancellationToken);
            db.AfterCommit(() => changed.Tell(ticket.Number));
        }
        return (acted, Say(db, work.Lines, now));
    }

    private int Say(BotDbContext db, IReadOnlyList<DueLine> lines, DateTimeOffset now)
    {
        int told = 0;
        foreach ((string person, string key, string text, int? ticket) in DueLine.Fold(lines, now))
        {
            if (ways.Of(person) is not [PrivateWay way, ..]) { continue; }
            bool says = outbox.Say(db, new OutboxMessage
            {
                Key = $"{key}:{person}",
                Channel = way.Channel,
                Conversation = way.Conversation,
                Text = text,
                Ticket = ticket,
            });
            told += says ? 1 : 0;
        }
        return told;
    }
}
