namespace Bot.Triage.Classifier;

/// <summary>How a training is to go: beside a serving program it takes one core and tells how far it is.</summary>
/// <param name="Workers">Machines fitted at the same time; null for as many as there are cores.</param>
/// <param name="Progress">Told the share done, 0…1.</param>
public sealed record TrainingPace(int? Workers = null, IProgress<double>? Progress = null, CancellationToken Stop = default)
{
    public static TrainingPace Full { get; } = new();

    internal ParallelOptions Options => new() { MaxDegreeOfParallelism = Workers ?? Environment.ProcessorCount, CancellationToken = Stop };
}
