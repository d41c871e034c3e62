namespace Bot.Answers;

/// <summary>A question as triage hands it over; a burst's fragments joined by newlines, quoting its last message.</summary>
/// <param name="WantsPerson">Asked for a human and not after a rule: whoever looks after the group is the one.</param>
public sealed record NewQuestion(
    string Question,
    string Asker,
    string Group,
    string Channel,
    string Conversation,
    string MessageId,
    bool WantsPerson = false);
