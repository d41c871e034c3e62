using System.Buffers;
using Bot.Messaging;

namespace Bot.Triage.Classifier;

/// <summary>The features of a chat message: n-grams of its own words, of what it quotes, and signals such as the sender's role.</summary>
internal static class ChatFeatures
{
    /// <summary>Changes whenever the features do, so that cached engines are trained anew.</summary>
    public const int Version = 1;

    private const uint Quoted = 1;
    private const uint Role = 2;
    private const uint Length = 3;
    private const int MaxOrder = 3;

    public static void Add(ref FeatureList features, ReadOnlySpan<char> text, SenderRole role)
    {
        char[] rented = ArrayPool<char>.Shared.Rent(text.Length + 2);
        int split = QuoteEnd(text);
        if (split > 0)
        {
            int quoted = TextFold.Fold(text[..split], rented);
            NGrams.Add(ref features, rented.AsSpan(0, quoted), 2, 2, Quoted);
        }
        rented[0] = '\u0002';
        int length = TextFold.Fold(text[split..], rented.AsSpan(1));
        rented[length + 1] = '\u0003';
        NGrams.Add(ref features, rented.AsSpan(0, length + 2), 1, MaxOrder);
        ArrayPool<char>.Shared.Return(rented);
        features.Add(NGrams.Signal(Role, (uint)role));
        features.Add(NGrams.Signal(Length, (uint)Math.Log2(length + 1)));
    }

    /// <summary>Where the sender's own words begin after "「张三：…」\n- - - - -\n".</summary>
    private static int QuoteEnd(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '「')
        {
            return 0;
        }
        int close = text.IndexOf('」');
        if (close < 0)
        {
            return 0;
        }
        int own = text[(close + 1)..].IndexOfAnyExcept("-— \r\n");
        return own < 0 ? 0 : close + 1 + own;
    }
}
