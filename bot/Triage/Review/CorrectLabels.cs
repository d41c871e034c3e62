using Bot.Tickets;

namespace Bot.Triage.Review;

/// <summary>改 on a message that is a matter and has no ticket of its own: category, topic, urgency, place; kept as a labelled example.</summary>
public sealed record CorrectLabels(long Seq, string By, Category Category, string Topic, Urgency Urgency, string? Location);

public sealed class CorrectLabelsHandler(ReviewDesk desk)
{
    public Task<ReviewResult> HandleAsync(CorrectLabels command, CancellationToken cancellationToken) =>
        desk.DecideAsync(command.Seq, command.By, again: true, (work, _) => Task.FromResult(Correct(command, work)), cancellationToken);

    private static ReviewResult Correct(CorrectLabels command, ReviewWork work)
    {
        if (work.Decision.Ticket is { } ticket) { return ReviewResult.Refused($"这条在{ticket}号工单里，请到工单里改"); }
        MatterLabels labels = new(true, command.Category.Name(), command.Topic, command.Urgency.Name(), command.Location);
        Kind kind = command.Urgency == Urgency.Emergency ? Kind.Emergency : Kind.Issue;
        if (kind == work.Decision.Kind && labels == work.Guessed(kind)) { return ReviewResult.Refused("没有改动"); }
        work.Learn(CorrectionHow.Labels, kind, labels);
        work.Relabel(labels);
        return ReviewResult.Done();
    }
}
