using Bot.Triage.Reading;

namespace Bot.Triage.Bursts;

/// <summary>What one person says in one group without a longer pause.</summary>
public sealed class Burst(string group, string sender)
{
    public string Group { get; } = group;

    public string Sender { get; } = sender;

    public List<Finding> Findings { get; } = [];

    public DateTimeOffset FirstAt => Findings[0].Message.Time;

    public DateTimeOffset LastAt => Findings[^1].Message.Time;

    public bool IsClosed { get; set; }

    /// <summary>Its sender took one of the messages back.</summary>
    /// <returns>Whether it was here.</returns>
    public bool Forget(ChatMessage message) => Findings.RemoveAll(finding => finding.Message.Group == message.Group && finding.Message.Id == message.Id) > 0;
}
