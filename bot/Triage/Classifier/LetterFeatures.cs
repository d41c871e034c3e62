using System.Buffers;

namespace Bot.Triage.Classifier;

/// <summary>The features of a text of any length: its n-grams, and once more those of its beginning and its end.</summary>
internal static class LetterFeatures
{
    public const uint Head = 7;
    public const uint Tail = 8;
    public const int HeadLength = 120;
    public const int TailLength = 50;

    /// <summary>Features of a text of that length at most.</summary>
    public static int Most(int length) => (3 * length) + (2 * Math.Min(length, HeadLength)) + (2 * Math.Min(length, TailLength));

    public static void Add(ref FeatureList features, ReadOnlySpan<char> text, bool punctuation)
    {
        char[] rented = ArrayPool<char>.Shared.Rent(text.Length);
        ReadOnlySpan<char> folded = rented.AsSpan(0, LetterFold.Fold(text, rented, punctuation));
        NGrams.Add(ref features, folded, 1, 3);
        NGrams.Add(ref features, folded[..Math.Min(folded.Length, HeadLength)], 1, 2, Head);
        NGrams.Add(ref features, folded[^Math.Min(folded.Length, TailLength)..], 1, 2, Tail);
        ArrayPool<char>.Shared.Return(rented);
    }
}
