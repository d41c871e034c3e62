namespace Bot.Triage.Review;

/// <summary>不是诉求 on a message the engine was not sure of: nothing is opened and nothing is said.</summary>
public sealed record DismissMessage(long Seq, string By);

public sealed class DismissMessageHandler(ReviewDesk desk)
{
    public Task<ReviewResult> HandleAsync(DismissMessage command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command.Seq, command.By, again: false, (work, _) =>
        {
            work.Learn(CorrectionHow.Dismissed, work.Decision.Kind is Kind.Issue or Kind.Emergency ? Kind.Chat : work.Decision.Kind);
            return Task.FromResult(ReviewResult.Done());
        }, cancellationToken);
}
