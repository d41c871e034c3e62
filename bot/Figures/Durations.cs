namespace Bot.Figures;

/// <summary>Medians: half of the cases took no longer. Null without a case.</summary>
public sealed record Durations(TimeSpan? ToContact, TimeSpan? ToDone);
