using Bot.Answers.Library;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library.Standard;

/// <summary>The answers that people worded themselves.</summary>
public sealed class StandardQuery(IDbContextFactory<BotDbContext> contexts, CommunityStore community, CommunityClock clock, TimeProvider time)
{
    public DateOnly Today => DateOnly.FromDateTime(clock.Local(time.GetUtcNow()));

    /// <summary>Whom a document can be for.</summary>
    public IReadOnlyList<string> Grids => GridChoices.Of(community.Current);

    public async Task<StandardModel> ListAsync(int? from, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        IQueryable<ShelfDocument> all = db.Set<ShelfDocument>()
            .Live().Where(row => row.Name.StartsWith(SaveStandardAnswerHandler.Folder));
        int start = Math.Max(0, from ?? 0);
        List<ShelfDocument> rows = await all.OrderByDescending(row => row.Id).Skip(start).Take(StandardModel.PerPage).ToListAsync(cancellationToken);
        return new StandardModel(
            [.. rows.Select(row => new StandardRow(row, row.On(Today, null), Similar(row)))], await all.CountAsync(cancellationToken), start);
    }

    public async Task<StandardForm?> FindAsync(int id, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        ShelfDocument? row = await db.Set<ShelfDocument>().FirstOrDefaultAsync(each => each.Id == id, cancellationToken);
        return row is not { IsLive: true } || !row.Name.StartsWith(SaveStandardAnswerHandler.Folder, StringComparison.Ordinal) ? null : new StandardForm
        {
            Id = row.Id,
            Version = row.Version,
            Question = row.Title,
            Similar = string.Join('\n', Similar(row)),
            Answer = row.ToDocument().Text.Trim(),
            Effective = row.Effective?.ToString("yyyy-MM-dd"),
            Expires = row.Expires?.ToString("yyyy-MM-dd"),
            Contact = row.Contact,
            Grids = [.. row.Grids],
        };
    }

    private static List<string> Similar(ShelfDocument row) => [.. Passages.Of(row).SelectMany(passage => passage.Questions)];
}
