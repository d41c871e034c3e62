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
}
