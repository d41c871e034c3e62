using Bot.Triage.Judging;

namespace Bot.Triage;

/// <summary>A closed burst and what was decided of its messages.</summary>
/// <param name="ClosedAt">On the virtual clock; what a reply promises counts from here.</param>
public sealed record BurstOutcome(IReadOnlyList<Verdict> Verdicts, DateTimeOffset ClosedAt);
