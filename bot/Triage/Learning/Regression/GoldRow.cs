using Bot.Messaging;

namespace Bot.Triage.Learning.Regression;

/// <summary>A message with what should come of it. Fields that end in Alt are accepted as well.</summary>
/// <param name="Note">For people.</param>
/// <param name="Thread">Which conversation of its file it belongs to; null where the file is one.</param>
public sealed record GoldRow(
    string Id, string Group, DateTimeOffset Time, string Sender, string Text, string Kind,
    string? Role = null,
    string? ReplyTo = null,
    string? AttachTo = null,
    string? Urgency = null,
    string? Location = null,
    bool ShouldTicket = false,
    bool ShouldReply = false,
    bool AttachOptional = false,
    bool OpenOptional = false,
    bool ReplyOptional = false,
    string? ReplyGroup = null,
    IReadOnlyList<string>? KindAlt = null,
    IReadOnlyList<string>? UrgencyAlt = null,
    IReadOnlyList<string?>? LocationAlt = null,
    string? Thread = null,
    string? Category = null,
    IReadOnlyList<string>? CategoryAlt = null,
    string? Note = null)
{
    public bool IsReport => Kind is "issue" or "emergency";

    public SenderRole SenderRole => Role is null ? SenderRole.Resident : Enum.Parse<SenderRole>(Role, ignoreCase: true);

    public bool AllowsKind(string kind) => KindAlt?.Contains(kind) == true;

    public bool AllowsUrgency(string urgency) => UrgencyAlt?.Contains(urgency) == true;

    public ChatMessage ToMessage() => new(Id, Group, Time, Sender, Text, SenderRole, ReplyTo);
}
