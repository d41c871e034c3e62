namespace Bot.Triage.Learning;

/// <summary>What the training is at; one of them at a time.</summary>
/// <param name="By">Who started it.</param>
/// <param name="Step">What is being done, in words.</param>
/// <param name="Share">Of this step: 0…1.</param>
/// <param name="Outcome">What came of the last one, in words; null before the first.</param>
public sealed record TrainingState(bool Running, string? By = null, DateTimeOffset? Since = null, string? Step = null, double Share = 0, string? Outcome = null, bool Failed = false);
