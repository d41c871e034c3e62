using Bot.Answers.Library;
using Bot.Answers.Library.Checks;
using Bot.Grids;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Console.Library.Checks;

/// <summary>The regression questions, and what came of runs.</summary>
public sealed class ChecksQuery(
    IDbContextFactory<BotDbContext> contexts, CommunityStore community, QuestionRuns runs, CalibrationTrial trial, CommunityClock clock, TimeProvider time)
{
    private const int RunsShown = 20;

    public DateOnly Today => DateOnly.FromDateTime(clock.Local(time.GetUtcNow()));

    public IReadOnlyList<string> Groups => [.. community.Current.Groups.Keys];

    public async Task<ChecksModel> ChecksAsync(int? from, string? question, string? document, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        int total = await db.Set<CheckQuestion>().CountAsync(cancellationToken);
        int start = Math.Clamp(from ?? 0, 0, Math.Max(0, total - 1));
        return new ChecksModel(
            await db.Set<CheckQuestion>().OrderByDescending(check => check.Id).Skip(start).Take(ChecksModel.PerPage).ToListAsync(cancellationToken),
            total, start, await TitlesAsync(db, cancellationToken), Groups, question, document);
    }

    public async Task<List<CheckQuestion>> AllAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<CheckQuestion>().OrderBy(check => check.Id).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await TitlesAsync(db, cancellationToken);
    }

    public async Task<TrialModel?> TrialAsync(int id, int? from, bool all, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<QuestionRun>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } run) { return null; }
        int start = Math.Max(0, from ?? 0);
        // what differs stands first
        IQueryable<RunRow> rows = db.Set<RunRow>().Where(row => row.Run == id).OrderBy(row => row.Change == RunChange.Worse ? 0 : row.Change == RunChange.Better ? 1 : 2).ThenBy(row => row.Id);
        return new TrialModel(
            run,
            await (all ? rows : rows.Skip(start).Take(TrialModel.PerPage)).ToListAsync(cancellationToken),
            start,
            await db.Set<ShelfDocument>().Where(row => row.CheckRun == id && row.State == ShelfState.Draft).ToListAsync(cancellationToken),
            await TitlesAsync(db, cancellationToken),
            runs.DoneOf(id));
    }

    public async Task<BatchModel> BatchAsync(string? problem, string? text, CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return new BatchModel(
            await db.Set<QuestionRun>().Where(run => run.Kind != RunKind.One).OrderByDescending(run => run.Id).Take(RunsShown).ToListAsync(cancellationToken), Groups, Today, problem, text);
    }

    public async Task<CalibrateModel> CalibrateAsync(CancellationToken cancellationToken) =>
        new(await trial.RunAsync(cancellationToken), await LatestThresholdAsync(cancellationToken));

    public async Task<ThresholdChange?> LatestThresholdAsync(CancellationToken cancellationToken)
    {
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<ThresholdChange>().OrderByDescending(change => change.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<IReadOnlyDictionary<string, string>> TitlesAsync(BotDbContext db, CancellationToken cancellationToken) =>
        (await db.Set<ShelfDocument>().Where(row => row.State != ShelfState.Removed).Select(row => new { row.Name, row.Title, row.State })
            .ToListAsync(cancellationToken))
        .OrderBy(row => row.State).GroupBy(row => row.Name).ToDictionary(rows => rows.Key, rows => rows.Last().Title);
}
