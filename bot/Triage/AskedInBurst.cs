using Bot.Answers;
using Bot.Triage.Judging;

namespace Bot.Triage;

/// <summary>What the documents say to what was asked in a burst. Before the unit of work: a store far away must not hold up what others write.</summary>
internal static class AskedInBurst
{
    /// <returns>Null where nothing was asked that the group hears an answer to.</returns>
    public static async Task<Considered?> ConsiderAsync(QuestionDesk desk, BurstOutcome outcome, CancellationToken cancellationToken = default)
    {
        Verdict[] asked = [.. outcome.Verdicts.Where(verdict => verdict.Act == Act.Ask)];
        return asked.FirstOrDefault(verdict => verdict.Speaks) is { } speaking
            ? await desk.ConsiderAsync([.. asked.Select(verdict => verdict.Finding.Body)], speaking.Finding.Message.Time, speaking.Finding.Message.Group, cancellationToken)
            : null;
    }
}
