using Bot.Grids;
using Bot.Notices;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Notices;

/// <summary>The week: what went out and what is planned.</summary>
public sealed class NoticesQuery(IDbContextFactory<BotDbContext> contexts, NoticeClock clock)
{
    private const int MostPast = 100;
    private const int MostOfOne = 30;

    public async Task<NoticesModel> LoadAsync(string? week, int? removed, bool isAdmin, CancellationToken cancellationToken)
    {
        CommunityClock wall = clock.Wall;
        DateTime day = DateTime.TryParseExact(week, "yyyy-MM-dd", null, default, out DateTime asked) && asked.Year is > 2000 and < 2200
            ? asked : wall.Local(clock.Now).Date;
        DateTime monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        (DateTimeOffset from, DateTimeOffset to) = (wall.Instant(monday), wall.Instant(monday.AddDays(7)));
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<Notice> notices = await db.Set<Notice>().OrderByDescending(notice => notice.Number).ToListAsync(cancellationToken);
        List<NoticeRun> runs = await db.Set<NoticeRun>().Where(run => run.PlannedAt >= from && run.PlannedAt < to)
            .OrderByDescending(run => run.PlannedAt).Take(MostPast).ToListAsync(cancellationToken);
        IReadOnlyDictionary<long, NoticeDelivery> deliveries = await NoticeDelivery.LoadAsync(db, [.. runs.Select(run => run.Id)], cancellationToken);
        IEnumerable<WeekLine> past = runs.Select(run =>
            new WeekLine(run.PlannedAt, notices.First(notice => notice.Number == run.Notice), run, deliveries[run.Id]));
        return new NoticesModel(
            monday,
            [.. past.Concat(Planned(notices, from, to)).OrderBy(line => line.At)],
            [.. notices.Where(notice => notice.State != NoticeState.Deleted).OrderBy(notice => notice.State == NoticeState.Ended)],
            isAdmin,
            notices.FirstOrDefault(notice => notice.Number == removed && notice.State == NoticeState.Deleted));
    }

    private IEnumerable<WeekLine> Planned(List<Notice> notices, DateTimeOffset from, DateTimeOffset to)
    {
        DateTimeOffset start = clock.Now > from ? clock.Now : from.AddTicks(-1);
        return notices.Where(notice => notice.State == NoticeState.Active)
            .SelectMany(notice => NoticePlan.Of(notice, clock.Wall).Between(start, to.AddTicks(-1)).Take(MostOfOne)
                .Select(at => new WeekLine(at, notice, null, null)));
    }
}
