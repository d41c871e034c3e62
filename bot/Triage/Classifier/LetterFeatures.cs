using System.Buffers;

namespace Bot.Triage.Classifier;

/// <summary>The features of a text of any length: its n-grams, and once more those of its first and last sentence.</summary>
internal static class LetterFeatures
{
    private const string Ends = "。！？!?；;";
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(Ends);
    private const uint First = 7;
    private const uint Last = 8;
    private const int SentenceLimit = 60;

    public static void Add(ref FeatureList features, ReadOnlySpan<char> text)
    {
        char[] rented = ArrayPool<char>.Shared.Rent(text.Length + 1);
        ReadOnlySpan<char> folded = rented.AsSpan(0, TextFold.Fold(text, rented));
        NGrams.Add(ref features, folded, 1, 3);
        NGrams.Add(ref features, FirstSentence(folded), 1, 2, First);
        NGrams.Add(ref features, LastSentence(folded), 1, 2, Last);
        ArrayPool<char>.Shared.Return(rented);
    }

    private static ReadOnlySpan<char> FirstSentence(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(SentenceEnds);
        ReadOnlySpan<char> sentence = end < 0 ? text : text[..end];
        return sentence[..Math.Min(sentence.Length, SentenceLimit)];
    }

    private static ReadOnlySpan<char> LastSentence(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> trimmed = text.TrimEnd(Ends);
        ReadOnlySpan<char> sentence = trimmed[(trimmed.LastIndexOfAny(SentenceEnds) + 1)..];
        return sentence[Math.Max(0, sentence.Length - SentenceLimit)..];
    }
}
