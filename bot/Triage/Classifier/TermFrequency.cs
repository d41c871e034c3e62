namespace Bot.Triage.Classifier;

/// <summary>What a feature counts for by how often it occurs: 1 + ln n.</summary>
internal static class TermFrequency
{
    private static readonly float[] Known = Build();

    public static float Of(int count) => count < Known.Length ? Known[count] : Weigh(count);

    private static float[] Build()
    {
        float[] known = new float[256];
        for (int count = 0; count < known.Length; count++) { known[count] = Weigh(count); }
        return known;
    }

    private static float Weigh(int count) => count <= 1 ? 1 : 1 + MathF.Log(count);
}
