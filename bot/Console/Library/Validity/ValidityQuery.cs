using Bot.Answers.Library;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library.Validity;

/// <summary>What ends soon or has just ended, and what changed in a month.</summary>
public sealed class ValidityQuery(IDbContextFactory<BotDbContext> contexts, CommunityClock clock, TimeProvider time)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.Local(time.GetUtcNow()));

    public async Task<EndingModel> EndingAsync(bool mayChange, CancellationToken cancellationToken)
    {
        DateOnly today = Today;
        (DateOnly from, DateOnly to) = (today.AddDays(-Standings.EndingDays), today.AddDays(Standings.EndingDays));
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<ShelfDocument> found = await db.Set<ShelfDocument>()
            .Where(row => row.State == ShelfState.Active && row.SupersededBy == null && row.Expires >= from && row.Expires <= to).ToListAsync(cancellationToken);
        string[] names = [.. found.Select(row => row.Name)];
        List<string> drafts = await db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Draft && names.Contains(row.Name))
            .Select(row => row.Name).ToListAsync(cancellationToken);
        EndingRow[] rows = [.. found.Select(row => new EndingRow(row, row.Expires!.Value.DayNumber - today.DayNumber, drafts.Contains(row.Name))).OrderBy(row => row.Days)];
        return new EndingModel([.. rows.Where(row => row.Days >= 0)], [.. rows.Where(row => row.Days < 0).Reverse()], mayChange);
    }

    /// <param name="month">"2026-11"; this month otherwise.</param>
    public async Task<ChangesModel> ChangesAsync(string? month, CancellationToken cancellationToken)
    {
        DateOnly first = DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", out DateOnly asked) ? asked : new DateOnly(Today.Year, Today.Month, 1);
        DateTimeOffset from = clock.Instant(first.ToDateTime(TimeOnly.MinValue));
        DateTimeOffset to = clock.Instant(first.AddMonths(1).ToDateTime(TimeOnly.MinValue));
        DateOnly last = first.AddMonths(1).AddDays(-1);
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<ShelfDocument> published = await db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Active
            && row.Origin != ShelfOrigin.Sample && row.PublishedAt >= from && row.PublishedAt < to).OrderBy(row => row.PublishedAt).ToListAsync(cancellationToken);
        string[] names = [.. published.Select(row => row.Name)];
        List<string> older = await db.Set<ShelfDocument>().Where(row => names.Contains(row.Name) && row.PublishedAt < from)
            .Select(row => row.Name).ToListAsync(cancellationToken);
        List<ShelfDocument> ended = await db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Active && row.SupersededBy == null
            && row.Expires >= first && row.Expires <= last).OrderBy(row => row.Expires).ToListAsync(cancellationToken);
        ShelfDocument[] added = [.. published.Where(row => !older.Contains(row.Name) && row.Origin != ShelfOrigin.Answer)];
        ShelfDocument[] changed = [.. published.Where(row => older.Contains(row.Name))];
        return new ChangesModel(first, added, changed, ended, ChangeNotice.Write(added, changed, ended));
    }
}
