using Bot.Triage.Classifier;
using Bot.Triage.Learning.Regression;

namespace Bot.Triage.Learning;

/// <summary>A newly trained engine and what was measured of it.</summary>
/// <param name="Weight">How many rows each correction counted for.</param>
/// <param name="CorpusF1">Macro-F1 of kinds on the corpus, by machines that had not seen the message.</param>
/// <param name="CorrectionsRight">Corrections told right by machines that had not seen them.</param>
/// <param name="Before">How the engine in use does on the regression log.</param>
/// <param name="Objections">Why it may not be taken into use; empty when it may.</param>
public sealed record Candidate(
    TriageModel Model, double Weight, int Corrections, double CorpusF1, int CorrectionsRight,
    RegressionScore Before, RegressionScore After, IReadOnlyList<string> Objections)
{
    public bool IsAccepted => Objections.Count == 0;
}
