using Bot.Triage.Learning.Regression;

namespace Bot.Triage.Learning;

/// <summary>Whether a new engine may take the place of the one in use: nothing important may get worse.</summary>
public static class Gate
{
    /// <summary>Opening F1 that may be lost.</summary>
    public const double OpeningSlack = 0.005;

    /// <summary>Why not, in sentences for people; empty when it may.</summary>
    public static IReadOnlyList<string> Objections(RegressionScore before, RegressionScore after)
    {
        List<string> objections = [];
        if (before.Cases.Count == 0)
        {
            return ["没有回归记录可以比较，不敢换"];
        }
        if (after.Emergency.Recall < before.Emergency.Recall)
        {
            objections.Add($"紧急情况会漏：原来{Of(before.Emergency)}，新的{Of(after.Emergency)}");
        }
        if (after.Opening.F1 < before.Opening.F1 - OpeningSlack)
        {
            objections.Add($"立件变差：原来{Percent(before.Opening.F1)}，新的{Percent(after.Opening.F1)}，最多只许降{Percent(OpeningSlack)}");
            objections.AddRange(after.TooMany.Except(before.TooMany).Select(text => $"“{Quote(text)}”新的多立了一件"));
        }
        objections.AddRange(Changed(before, after).Where(pair => pair.Before.IsRight && !pair.After.IsRight)
            .Select(pair => $"“{Quote(pair.After.Sentence)}”原来判得对，新的{pair.After.Wrong}"));
        return objections;
    }

    /// <summary>What the new engine does right and the one before did not, in sentences for people.</summary>
    public static IReadOnlyList<string> Gains(RegressionScore before, RegressionScore after) =>
        [.. Changed(before, after).Where(pair => !pair.Before.IsRight && pair.After.IsRight)
            .Select(pair => $"“{Quote(pair.After.Sentence)}”原来{pair.Before.Wrong}，新的判对了")];

    private static IEnumerable<(RegressionCase Before, RegressionCase After)> Changed(RegressionScore before, RegressionScore after)
    {
        Dictionary<string, RegressionCase> now = after.Cases.ToDictionary(one => one.Key);
        return before.Cases.Where(one => now.ContainsKey(one.Key)).Select(one => (one, now[one.Key]));
    }

    private static string Of(Ratio emergencies) => $"{emergencies.Found + emergencies.Missed}件认出{emergencies.Found}件";

    internal static string Percent(double share) => $"{share * 100:0.0}%";

    private static string Quote(string sentence) => sentence.ReplaceLineEndings(" ") is { Length: > 60 } text ? text[..60] + "…" : sentence.ReplaceLineEndings(" ");
}
