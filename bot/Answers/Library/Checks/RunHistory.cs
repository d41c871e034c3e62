using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library.Checks;

/// <summary>How many runs are kept: single tries are many and must not push the others out.</summary>
internal static class RunHistory
{
    private const int MostRuns = 40;
    private const int MostTries = 200;

    /// <summary>The oldest go; runs that belong to a published version stay as long as it does.</summary>
    public static async Task ForgetAsync(BotDbContext db, RunKind latest, CancellationToken cancellationToken)
    {
        bool tries = latest == RunKind.One;
        IQueryable<QuestionRun> alike = db.Set<QuestionRun>().Where(run => (run.Kind == RunKind.One) == tries);
        int? last = await alike.OrderByDescending(run => run.Id).Skip(tries ? MostTries : MostRuns).Select(run => (int?)run.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is null) { return; }
        int[] old = await alike.Where(run => run.Id <= last && !db.Set<ShelfDocument>().Any(row => row.CheckRun == run.Id))
            .Select(run => run.Id).ToArrayAsync(cancellationToken);
        await db.Set<RunRow>().Where(row => old.Contains(row.Run)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<QuestionRun>().Where(run => old.Contains(run.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
