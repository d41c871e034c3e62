namespace Bot.Triage.Classifier;

/// <summary>The distinct features of one training text with how often each occurs.</summary>
internal sealed record FeatureBag(uint[] Keys, ushort[] Counts)
{
    public static FeatureBag From(ReadOnlySpan<uint> sorted)
    {
        List<uint> keys = [];
        List<ushort> counts = [];
        for (int i = 0; i < sorted.Length;)
        {
            int start = i;
            while (++i < sorted.Length && sorted[i] == sorted[start])
            {
            }
            keys.Add(sorted[start]);
            counts.Add((ushort)Math.Min(i - start, ushort.MaxValue));
        }
        return new FeatureBag([.. keys], [.. counts]);
    }
}
