using Bot.Messaging;
using Bot.Tickets;
using Bot.Triage.Classifier;

namespace Bot.Triage.Learning;

/// <summary>Where an example comes from.</summary>
public enum ExampleSource { Message, Ticket }

/// <summary>A message with what people say it is: who set it right, when, from what to what.</summary>
/// <param name="Ids">The rows it stands for; the latest first.</param>
/// <param name="Of">Seq of the message, or number of the ticket.</param>
/// <param name="How">The act, in a word.</param>
/// <param name="Before">What the engine had made of it.</param>
public sealed record Example(
    ExampleSource Source, IReadOnlyList<long> Ids, long Of, string How, string Group, string Sender, SenderRole Role, string Text,
    Kind BeforeKind, MatterLabels Before, Kind Kind, Intent Intent, MatterLabels After, string By, DateTimeOffset At)
{
    /// <summary>As the trainer takes it. Whoever said it counts for nothing and is left out.</summary>
    public CorpusRow ToRow()
    {
        bool matter = Kind is Kind.Issue or Kind.Emergency;
        return new CorpusRow(
            Kind,
            Intent,
            matter && LabelNames.TryParse(After.Category, out Category category) ? category : null,
            matter && After.Topic is { } topic && Topics.All.Contains(topic) ? topic : null,
            Kind == Kind.Emergency ? Urgency.Emergency : matter && LabelNames.TryParse(After.Urgency, out Urgency urgency) ? urgency : null,
            matter ? After.Location : null,
            Role,
            "居民",
            Text);
    }
}
