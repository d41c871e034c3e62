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
        AskedQuestion? earlier = fragments.All(each => FollowUps.Is(each) || FollowUps.Presses(each)) ? await EarlierAsync(before, speaking, cancellationToken) : null;
        return await desk.ConsiderAsync(fragments, message.Time, message.Group, cancellationToken, earlier?.Question) with { GoesOn = earlier?.HandOff };
    }

    private static async Task<AskedQuestion?> EarlierAsync(IQuestionBook before, Verdict speaking, CancellationToken cancellationToken)
    {
        ChatMessage message = speaking.Finding.Message;
        IReadOnlyList<AskedQuestion> lately = await before.LatelyAsync(message.Group, message.Time - FollowUps.QuotedWithin, cancellationToken);
        return FollowUps.Earlier(lately, message.Sender, message.ReplyTo, message.Quoted ?? speaking.Finding.Text.Quoted, message.Time);
    }
}
