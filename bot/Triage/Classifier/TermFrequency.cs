namespace Bot.Triage.Classifier;

/// <summary>What a feature counts for by how often it occurs: 1 + ln n.</summary>
internal static class TermFrequency
{
    private static readonly float[] Known = [.. Enumerable.Range(0, 256).Select(Weigh)];

    public static float Of(int count) => count < Known.Length ? Known[count] : Weigh(count);

    private static float Weigh(int count) => count <= 1 ? 1 : 1 + MathF.Log(count);
}
