using Bot.Triage.Classifier;
using Bot.Triage.Learning.Regression;

namespace Bot.Triage.Learning;

/// <summary>A newly trained engine and what was measured of it.</summary>
/// <param name="Weight">How many rows each correction counted for.</param>
/// <param name="CorpusF1">Macro-F1 of kinds on the corpus, by machines that had not seen the message.</param>
/// <param name="CorrectionsRight">Corrections told right by machines that had not seen them.</param>
/// <param name="CorrectionsRightBefore">Those the engine in use tells right; it may have learned some of them.</param>
/// <param name="Before">How the engine in use does on the regression log.</param>
/// <param name="Objections">Why it may not be taken into use; empty when it may.</param>
public sealed record Candidate(
    TriageModel Model, double Weight, int Corrections, double CorpusF1, int CorrectionsRight, int CorrectionsRightBefore,
    RegressionScore Before, RegressionScore After, IReadOnlyList<string> Objections)
{
    public bool IsAccepted => Objections.Count == 0;

    /// <summary>The new beside the one in use, in a sentence for people.</summary>
    public string Comparison =>
        $"和原来比：固定考题对{Before.Right}→{After.Right}题，立件{Gate.Percent(Before.Opening.F1)}→{Gate.Percent(After.Opening.F1)}，"
        + $"紧急认出{Before.Emergency.Found}→{After.Emergency.Found}件，纠正过的认对{CorrectionsRightBefore}→{CorrectionsRight}条（新的都没见过）";
}
