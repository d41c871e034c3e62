using Bot.Messaging;
using Bot.Notices;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Console.Notices;

/// <summary>One notice, and one sending of it.</summary>
public sealed class NoticeQuery(IDbContextFactory<BotDbContext> contexts, NoticeBook book, NoticeClock clock, IOptions<NoticeOptions> options)
{
    private const int LatestRuns = 20;
    private const int MostRows = 50;

    // What a person has to look at stands first
    private static readonly OutboxState[] Bad = [OutboxState.Failed, OutboxState.InDoubt, OutboxState.Draft, OutboxState.Muted];

    public async Task<Notice?> FindAsync(int number, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Notice>().FirstOrDefaultAsync(notice => notice.Number == number, cancellationToken);
    }

    public async Task<NoticeModel?> LoadAsync(int number, bool isAdmin, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is not { } notice) { return null; }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<NoticeRun> runs = await db.Set<NoticeRun>().Where(run => run.Notice == number)
            .OrderByDescending(run => run.PlannedAt).Take(LatestRuns).ToListAsync(cancellationToken);
        IReadOnlyDictionary<long, NoticeDelivery> deliveries = await NoticeDelivery.LoadAsync(db, [.. runs.Select(run => run.Id)], cancellationToken);
        return new NoticeModel(
            notice,
            book.Say(notice),
            book.GroupsOf(notice).Count,
            NoticePlan.Of(notice, clock.Wall).Next(clock.Now, 3),
            [.. runs.Select(run => (run, deliveries[run.Id]))],
            isAdmin,
            options.Value.UndoSeconds);
    }

    public async Task<RunModel?> RunAsync(long id, string? state, bool isAdmin, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        NoticeRun? run = await db.Set<NoticeRun>().FirstOrDefaultAsync(run => run.Id == id, cancellationToken);
        Notice? notice = run is null ? null : await db.Set<Notice>().FirstOrDefaultAsync(notice => notice.Number == run.Notice, cancellationToken);
        if (run is null || notice is null) { return null; }
        OutboxState? only = Enum.TryParse(state, ignoreCase: true, out OutboxState named) && Enum.IsDefined(named) ? named : null;
        List<OutboxMessage> rows = await db.Set<OutboxMessage>()
            .Where(row => row.NoticeRun == id && (only == null || row.State == only))
            .OrderByDescending(row => Bad.Contains(row.State)).ThenBy(row => row.Id).Take(MostRows).ToListAsync(cancellationToken);
        double held = run.HeldTo is { } until && run.WithdrawnBy is null ? (until - clock.Now).TotalSeconds : 0;
        NoticeDelivery delivery = (await NoticeDelivery.LoadAsync(db, [id], cancellationToken))[id];
        return new RunModel(run, notice, delivery, rows, only?.ToString().ToLowerInvariant(), Math.Max(0, (int)Math.Ceiling(held)), isAdmin);
    }
}
