using Bot.Messaging;

namespace Bot.Triage;

/// <summary>A message as triage sees it, live or replayed.</summary>
/// <param name="Group">Name of the group chat as in the directory.</param>
/// <param name="Quoted">Text of the quoted message, where it is not part of <paramref name="Text"/> but known.</param>
/// <param name="ReplyTo">Id of the quoted message, where known.</param>
public sealed record ChatMessage(
    string Id,
    string Group,
    DateTimeOffset Time,
    string Sender,
    string Text,
    SenderRole Role = SenderRole.Resident,
    string? ReplyTo = null,
    IReadOnlyList<string>? Images = null,
    string Channel = "replay",
    string? Conversation = null,
    long Seq = 0,
    string? Quoted = null)
{
    public bool IsByStaff => Role is SenderRole.Grid or SenderRole.Property or SenderRole.Staff;
}
