using Bot.Triage;
using Bot.Triage.Classifier;

namespace Tests.Evaluation.Kinds;

/// <summary>A message and the kind it was given by an engine that had seen nothing like it.</summary>
/// <param name="Sure">What the engine says of its own answer, 0…1.</param>
internal sealed record JudgedRow(CorpusRow Row, Kind Said, float Sure)
{
    public bool IsRight => Said == Row.Kind;
}
