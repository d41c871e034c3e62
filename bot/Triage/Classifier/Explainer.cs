using Bot.Messaging;

namespace Bot.Triage.Classifier;

/// <summary>
/// Finds the pieces of a message that decide: each is blotted out in turn, and what the score loses is what it brought,
/// through whatever features. So it holds for any engine, at the cost of a scoring per piece.
/// </summary>
/// <param name="odds">Log odds of the kind in question.</param>
internal sealed class Explainer(string text, SenderRole role, Func<string, SenderRole, float> odds)
{
    private const char Blot = '\uE0F0';
    private const int MostPulls = 8;
    private const float Least = 0.05f;
    private const float LeastShare = 0.08f;

    public IReadOnlyList<Pull> Pulls()
    {
        float whole = odds(text, role);
        List<Pull> pulls = [];
        foreach (Range piece in Pieces.Of(text))
        {
            (int start, int length) = piece.GetOffsetAndLength(text.Length);
            string without = string.Concat(text.AsSpan(0, start), new string(Blot, length), text.AsSpan(start + length));
            pulls.Add(new Pull(text[piece], whole - odds(without, role)));
        }
        if (role != SenderRole.Resident) { pulls.Add(new Pull(null, whole - odds(text, SenderRole.Resident))); }

        float strongest = pulls.Count == 0 ? 0 : pulls.Max(pull => MathF.Abs(pull.Weight));
        return [.. pulls.GroupBy(pull => pull.Fragment).Select(same => same.MaxBy(pull => MathF.Abs(pull.Weight))!)
            .Where(pull => MathF.Abs(pull.Weight) >= MathF.Max(Least, LeastShare * strongest))
            .OrderByDescending(pull => MathF.Abs(pull.Weight)).Take(MostPulls)];
    }
}
