using Bot.Answers;
using Bot.Console.Parts;
using Bot.Grids;
using Bot.Notices;
using Bot.Storage;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Day;

/// <summary>早上好: what a person's day begins with, the most pressing first.</summary>
public sealed class MorningQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community, DayClock day, NoticeClock notices)
{
    private const int Named = 3;

    public async Task<MorningModel> LoadAsync(Scope scope, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        OpenMatters open = await OpenMatters.CountAsync(db, scope, day, cancellationToken);
        string? titles = await NoticesAsync(db, cancellationToken) is { Count: > 0 } today ? string.Join("、", today) : null;
        int asked = await db.Set<HandOff>().Where(item => item.State == HandOffState.Waiting)
            .CountAsync(item => scope.Groups == null || scope.Groups.Contains(item.Group), cancellationToken);
        int unsure = await db.UnsureMessages(scope).CountAsync(cancellationToken);
        DayLine[] lines =
        [
            new(open.Emergencies, $"紧急 {open.Emergencies}件", "/console/tickets?urgency=emergency", Red: true),
            new(open.Overdue, $"超时 {open.Overdue}件", "/console/tickets?due=late", Red: true),
            new(open.DueToday, $"今天到期 {open.DueToday}件", "/console/tickets?due=today"),
            new(open.Overnight, $"夜里新来 {open.Overnight}件", "/console/review", await OvernightAsync(db, scope, cancellationToken)),
            new(unsure, $"拿不准的话 {unsure}句", "/console/review", "要不要立件，等您看一眼"),
            new(asked, $"待答 {asked}个问题", "/console/questions"),
            new(titles is null ? 0 : 1, "今天的通知", "/console/notices", titles),
        ];
        return new MorningModel(community.Current.TitleOf(scope.Person), [.. lines.Where(line => line.Count > 0)], await HandedAsync(db, scope.Person, cancellationToken));
    }

    public static Task<List<ShiftNote>> HandedAsync(BotDbContext db, string person, CancellationToken cancellationToken) =>
        db.Set<ShiftNote>().AsNoTracking().Where(note => note.To == person && note.ReceivedAt == null)
            .OrderByDescending(note => note.Id).Take(Named).ToListAsync(cancellationToken);

    // Tickets are the night's messages already folded by matter; how many spoke is told beside
    private async Task<string?> OvernightAsync(BotDbContext db, Scope scope, CancellationToken cancellationToken)
    {
        DateTimeOffset evening = day.LastEvening;
        var fresh = await OpenMatters.Open(db, scope).Where(ticket => ticket.State == TicketState.Captured && ticket.OpenedAt >= evening)
            .OrderByDescending(ticket => ticket.Urgency).ThenBy(ticket => ticket.Number).Take(Named)
            .Select(ticket => new { ticket.Matter, ticket.Location, Said = ticket.Reports.Count }).ToListAsync(cancellationToken);
        return fresh.Count == 0 ? null : string.Join("、", fresh.Select(one => $"{one.Location}{one.Matter}{(one.Said > 1 ? $"（{one.Said}条）" : null)}"));
    }

    private async Task<IReadOnlyList<string>> NoticesAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        (DateTimeOffset from, DateTimeOffset to) = (day.Today, day.Tomorrow);
        int[] sent = await db.Set<NoticeRun>().Where(run => run.PlannedAt >= from && run.PlannedAt < to).Select(run => run.Notice).ToArrayAsync(cancellationToken);
        List<Notice> alive = await db.Set<Notice>().AsNoTracking()
            .Where(notice => notice.State == NoticeState.Active || sent.Contains(notice.Number)).ToListAsync(cancellationToken);
        return
        [
            .. alive.Where(notice => sent.Contains(notice.Number) || NoticePlan.Of(notice, notices.Wall).Between(notices.Now, to.AddTicks(-1)).Any())
                .Select(notice => notice.Title).Take(Named),
        ];
    }
}
