namespace Bot.Triage;

/// <summary>Reading or judging these messages failed; nothing was decided of them.</summary>
public sealed class TriageFailedException(IReadOnlyList<ChatMessage> messages, Exception cause)
    : Exception("Triage failed on a burst.", cause)
{
    public IReadOnlyList<ChatMessage> Messages { get; } = messages;
}
