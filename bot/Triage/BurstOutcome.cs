using Bot.Triage.Judging;

namespace Bot.Triage;

/// <summary>A closed burst and what was decided of its messages.</summary>
/// <param name="ClosedAt">On the virtual clock.</param>
public sealed record BurstOutcome(IReadOnlyList<Verdict> Verdicts, DateTimeOffset ClosedAt)
{
    private static readonly TimeSpan InTime = TimeSpan.FromMinutes(2);

    /// <summary>When it is written, where that is long after its close: the program was down, or a chat record tells of it. Null in a replay.</summary>
    public DateTimeOffset? WrittenLate { get; private init; }

    /// <summary>What a reply promises counts from here.</summary>
    public DateTimeOffset SpokenAt => WrittenLate ?? ClosedAt;

    public BurstOutcome WrittenAt(DateTimeOffset now) => now - ClosedAt > InTime ? this with { WrittenLate = now } : this;
}
