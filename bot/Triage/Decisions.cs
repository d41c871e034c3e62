using Bot.Triage.Judging;

namespace Bot.Triage;

internal static class Decisions
{
    public static MessageDecision Of(AppliedVerdict row, string engine, DateTimeOffset now) => new()
    {
        MessageSeq = row.Verdict.Finding.Message.Seq,
        Kind = row.Verdict.Kind,
        Intent = row.Verdict.Intent,
        Category = Tickets.LabelNames.TryParse(row.Decision.Category, out Tickets.Category category) ? category : null,
        Topic = row.Decision.Topic,
        Urgency = Tickets.LabelNames.TryParse(row.Decision.Urgency, out Tickets.Urgency urgency) ? urgency : null,
        Location = row.Decision.Location,
        Ticket = row.Ticket,
        Opened = row.Decision.Opened,
        Reply = row.Reply,
        Confidence = row.Decision.Confidence,
        Reason = row.Decision.Reason,
        Engine = engine,
        DecidedAt = now,
        NeedsReview = row.Verdict.Act == Act.Review,
    };
}
