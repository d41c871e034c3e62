namespace Bot.Triage.Review;

/// <summary>What a message is after all: kept as a labelled example; it neither opens nor closes a ticket.</summary>
public sealed record CorrectKind(long Seq, string By, Kind Kind);

public sealed class CorrectKindHandler(ReviewDesk desk)
{
    public Task<ReviewResult> HandleAsync(CorrectKind command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command.Seq, command.By, again: true, (work, _) => Task.FromResult(Correct(command, work)), cancellationToken);

    private static ReviewResult Correct(CorrectKind command, ReviewWork work)
    {
        if (work.Decision.Kind == command.Kind && !work.Decision.NeedsReview) { return ReviewResult.Refused("没有改动"); }
        bool matter = command.Kind is Kind.Issue or Kind.Emergency;
        work.Learn(CorrectionHow.Kind, command.Kind, matter && work.Decision.Category is not null ? work.Guessed(command.Kind) : null);
        return ReviewResult.Done(work.Decision.Ticket);
    }
}
