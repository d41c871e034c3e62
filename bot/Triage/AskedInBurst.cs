using Bot.Answers;
using Bot.Triage.Judging;

namespace Bot.Triage;

/// <summary>What the documents say to what was asked in a burst. Before the unit of work: a store far away must not hold up what others write.</summary>
internal static class AskedInBurst
{
    /// <returns>Null where nothing was asked that the group hears an answer to.</returns>
    public static async Task<Considered?> ConsiderAsync(QuestionDesk desk, IQuestionBook before, BurstOutcome outcome, CancellationToken cancellationToken = default)
    {
        Verdict[] asked = [.. outcome.Verdicts.Where(verdict => verdict.Act == Act.Ask)];
        if (asked.FirstOrDefault(verdict => verdict.Speaks) is not { } speaking) { return null; }
        ChatMessage message = speaking.Finding.Message;
        string[] fragments = [.. asked.Select(verdict => verdict.Finding.Body)];
        (string? earlier, int? waiting) = fragments.All(each => FollowUps.Is(each) || FollowUps.Presses(each))
            ? await EarlierAsync(before, speaking, fragments.All(FollowUps.Presses), cancellationToken) : (null, null);
        return await desk.ConsiderAsync(fragments, message.Time, message.Group, cancellationToken, earlier) with { GoesOn = waiting };
    }

    /// <summary>The question gone on from, and the number under which it waits for a person.</summary>
    private static async Task<(string? Question, int? HandOff)> EarlierAsync(IQuestionBook before, Verdict speaking, bool presses, CancellationToken cancellationToken)
    {
        ChatMessage message = speaking.Finding.Message;
        IReadOnlyList<AskedQuestion> lately = await before.LatelyAsync(message.Group, message.Time - FollowUps.QuotedWithin, cancellationToken);
        if (FollowUps.Earlier(lately, message.Sender, message.ReplyTo, message.Quoted ?? speaking.Finding.Text.Quoted, message.Time) is { } earlier) { return (earlier.Question, earlier.HandOff); }
        // "帮我查一下" hours later can only mean what waits
        HandOff? item = presses ? await before.WaitingAsync(message.Group, message.Sender, message.Time - FollowUps.QuotedWithin, cancellationToken) : null;
        return (item?.Question, item?.Number);
    }
}
