using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Triage.Classifier;

/// <summary>One labelled message of the corpus. Null stands for a label the message does not have.</summary>
/// <param name="Weight">How many rows it counts for in training.</param>
public sealed record CorpusRow(
    Kind Kind,
    Intent Intent,
    Category? Category,
    string? Topic,
    Urgency? Urgency,
    string? Location,
    SenderRole Role,
    string Sender,
    string Text,
    float Weight = 1);
