using Bot.Grids;
using Bot.Storage;
using Knowledge;
using Microsoft.EntityFrameworkCore;

namespace Bot.Answers.Library.Checks;

/// <summary>One regression question under a threshold that is only tried.</summary>
public sealed record TriedQuestion(string Question, bool Answerable, double Confidence, bool WasAnswered, bool IsAnswered);

/// <param name="Found">Null with too few questions.</param>
public sealed record Trial(int Answerable, int Others, double Threshold, Calibration? Found, IReadOnlyList<TriedQuestion> Changed)
{
    public const int FewestAnswerable = 20;
    public const int FewestOthers = 10;

    public bool IsEnough => Answerable >= FewestAnswerable && Others >= FewestOthers;
}

/// <summary>What the threshold would be by the community's own regression questions, and what would change; nothing is set.</summary>
public sealed class CalibrationTrial(
    DocumentStore store, CommunityStore community, CommunityClock clock, IDbContextFactory<BotDbContext> contexts, TimeProvider time)
{
    /// <returns>Null while the documents cannot be asked.</returns>
    public async Task<Trial?> RunAsync(CancellationToken cancellationToken)
    {
        if (store.Threshold is not { } threshold) { return null; }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        List<CheckQuestion> checks = await db.Set<CheckQuestion>().ToListAsync(cancellationToken);
        int answerable = checks.Count(check => check.Document is not null);
        Trial trial = new(answerable, checks.Count - answerable, threshold, null, []);
        if (!trial.IsEnough) { return trial; }
        DateOnly today = DateOnly.FromDateTime(clock.Local(time.GetUtcNow()));
        List<(CheckQuestion Check, double Confidence)> asked = [];
        foreach (CheckQuestion check in checks)
        {
            string[]? grids = check.Group is { } group ? [.. community.Current.NamesAround(group)] : null;
            if (await store.AskAsync(check.Question, today, grids, cancellationToken) is not { } answer) { return null; }
            asked.Add((check, answer.Confidence));
        }
        Calibration found = Calibration.Of([.. asked.Select(each => (each.Confidence, each.Check.Document is not null))]);
        return trial with
        {
            Found = found,
            Changed = [.. asked
                .Select(each => new TriedQuestion(
                    each.Check.Question, each.Check.Document is not null, each.Confidence, each.Confidence >= threshold, each.Confidence >= found.Threshold))
                .Where(each => each.WasAnswered != each.IsAnswered)],
        };
    }
}
