namespace Bot.Triage.Review;

/// <summary>撤销 of a correction that touched no ticket: the message is again what the bot took it for, and teaches nothing.</summary>
/// <param name="Correction">Id of the correction the person saw; null for the one they made themselves a moment ago.</param>
public sealed record TakeBackCorrection(long Seq, string By, long? Correction = null);

public sealed class TakeBackCorrectionHandler(ReviewDesk desk)
{
    public Task<ReviewResult> HandleAsync(TakeBackCorrection command, CancellationToken cancellationToken) =>
        desk.RestoreAsync(command.Seq, command.By, async (work, token) =>
        {
            if (await work.LastCorrectionAsync(token) is not { } last) { return ReviewResult.Refused("没有可以撤销的纠正"); }
            if (last.How is CorrectionHow.Opened or CorrectionHow.Joined) { return ReviewResult.Refused("已经立件或并入，请到工单里改"); }
            if (command.Correction is { } seen ? last.Id != seen : last.By != command.By) { return ReviewResult.Refused($"{last.By}后来又改过，请打开这条消息看看再说"); }
            work.Unlearn(last);
            return ReviewResult.Done(work.Decision.Ticket);
        }, cancellationToken);
}
