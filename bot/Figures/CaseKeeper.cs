using System.Collections.Concurrent;
using Bot.Grids;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Figures;

/// <summary>
/// Keeps the cases up to their tickets: at once after a change of this process, and now and then by looking for versions
/// that differ, so that nothing is missed however it was written.
/// </summary>
public sealed class CaseKeeper(
    WriteQueue queue, IDbContextFactory<BotDbContext> contexts, CommunityClock zone, CommunityStore community, TicketsChanged changed, TimeProvider clock,
    ILogger<CaseKeeper> logger) : BackgroundService
{
    private const int Batch = 250;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<int, bool> _touched = new();
    private DateTimeOffset? _swept;

    /// <summary>What is in the figures reaches up to here; null until everything was read once.</summary>
    public DateTimeOffset? UpTo { get; private set; }

    /// <summary>Raised whenever a case has changed.</summary>
    public int Revision { get; private set; }

    /// <summary>Reads what has changed into the cases.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (_swept is null || now - _swept > Sweep || now < _swept)
        {
            for (int[] stale = await StaleAsync(0, cancellationToken); stale.Length > 0; stale = await StaleAsync(stale[^1], cancellationToken))
            {
                await ReadAsync(stale, cancellationToken);
            }
            _swept = now;
        }
        while (_touched.Keys.Take(Batch).ToArray() is { Length: > 0 } touched)
        {
            foreach (int number in touched) { _touched.TryRemove(number, out _); }
            await ReadAsync(touched, cancellationToken);
        }
        await LetTimePassAsync(now, cancellationToken);
        UpTo = now;
    }

    /// <summary>Reads everything that differs, however it was written.</summary>
    public Task SweepAsync(CancellationToken cancellationToken)
    {
        _swept = null;
        return CatchUpAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        changed.Changed += Touch;
        community.Cleared += Forget;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.CasesFailed(exception);
                _swept = null;
            }
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        changed.Changed -= Touch;
        community.Cleared -= Forget;
    }

    private void Touch(int number) => _touched[number] = true;

    private void Forget() => (_swept, UpTo) = (null, null);

    private async Task<int[]> StaleAsync(int after, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Ticket>()
            .Where(ticket => ticket.Number > after && !db.Set<FigureCase>().Any(one => one.Number == ticket.Number && one.Version == ticket.Version))
            .Select(ticket => ticket.Number).Order().Take(Batch).ToArrayAsync(cancellationToken);
    }

    private async Task ReadAsync(int[] numbers, CancellationToken cancellationToken)
    {
        await using BotDbContext reading = await contexts.CreateDbContextAsync(cancellationToken);
        List<Ticket> tickets = await reading.Set<Ticket>().AsNoTracking().Where(ticket => numbers.Contains(ticket.Number))
            .Include(ticket => ticket.History).Include(ticket => ticket.Ratings).AsSplitQuery().ToListAsync(cancellationToken);
        DateTimeOffset now = clock.GetUtcNow();
        FigureCase[] cases = [.. tickets.Select(ticket => CaseReading.Read(ticket, zone, now))];
        await queue.RunAsync((db, token) => SaveAsync(db, cases, token), cancellationToken);
        Revision++;
    }

    private static async Task SaveAsync(BotDbContext db, FigureCase[] cases, CancellationToken cancellationToken)
    {
        int[] numbers = [.. cases.Select(one => one.Number)];
        Dictionary<int, FigureCase> known = await db.Set<FigureCase>().Where(one => numbers.Contains(one.Number))
            .ToDictionaryAsync(one => one.Number, cancellationToken);
        foreach (FigureCase one in cases)
        {
            if (known.TryGetValue(one.Number, out FigureCase? before))
            {
                db.Entry(before).CurrentValues.SetValues(one);
            }
            else
            {
                db.Add(one);
            }
        }
    }

    /// <summary>What becomes due or overdue although nobody did anything.</summary>
    private async Task LetTimePassAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using (BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (!await Passed(db, now).AnyAsync(cancellationToken)) { return; }
        }
        await queue.RunAsync(
            async (db, token) =>
            {
                foreach (FigureCase one in await Passed(db, now).ToListAsync(token))
                {
                    if (one.PromisedAt <= now) { one.Marks |= Marks.Overdue; }
                    if (one.RespondBy <= now) { one.Marks |= Marks.Due; }
                }
            },
            cancellationToken);
        Revision++;
    }

    private static IQueryable<FigureCase> Passed(BotDbContext db, DateTimeOffset now) => db.Set<FigureCase>().Where(one => one.PromisedAt != null
        && ((one.PromisedAt <= now && (one.Marks & Marks.Overdue) == 0) || (one.RespondBy <= now && (one.Marks & Marks.Due) == 0)));
}
