using Bot.Console.Parts;
using Bot.Triage;
using Bot.Triage.Review;

namespace Bot.Console.Heard;

/// <summary>One message: what was decided of it, why, and what people said it is.</summary>
/// <param name="Why">As the engine in use sees it now; null while none is ready.</param>
/// <param name="Corrections">Latest first.</param>
public sealed record MessageModel(
    long Seq, SaidMessage Said, MessageDecision? Decision, MessageExplanation? Why, IReadOnlyList<MessageCorrection> Corrections)
{
    public string Address => $"/console/messages/{Seq}";

    public bool CanTakeBack => Corrections is [{ How: not (CorrectionHow.Opened or CorrectionHow.Joined) }, ..];
}
