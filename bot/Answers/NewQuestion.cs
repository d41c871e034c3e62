namespace Bot.Answers;

/// <summary>A question as triage hands it over; a burst's fragments joined by newlines, quoting its last message.</summary>
public sealed record NewQuestion(
    string Question,
    string Asker,
    string Group,
    string Channel,
    string Conversation,
    string MessageId);
