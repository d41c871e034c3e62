using Bot.Triage.Engines;
using Bot.Triage.Learning;

namespace Bot.Console.Learning;

/// <param name="InUse">Number of the version that decides now; null for the one that comes with the program.</param>
/// <param name="IsReady">Whether an engine decides already.</param>
/// <param name="Trouble">Why the version that should be in use is not.</param>
/// <param name="Examples">How many corrections teach something.</param>
/// <param name="Fresh">Those of them the engine in use has not learned.</param>
/// <param name="Features">Of this program: versions with others can be used no more.</param>
public sealed record LearningModel(
    int? InUse, bool IsReady, string? Trouble, TrainingState Training, IReadOnlyList<EngineVersion> Versions, int Examples, int Fresh, string Features)
{
    public EngineVersion? Current => Versions.FirstOrDefault(version => version.Number == InUse);

    public bool CanRestore(EngineVersion version) => version.State == EngineState.Spare && version.Features == Features && version.Number != InUse;
}
