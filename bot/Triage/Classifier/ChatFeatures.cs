using System.Buffers;
using Bot.Messaging;

namespace Bot.Triage.Classifier;

/// <summary>
/// The features of a chat message: n-grams of its own words and of what it quotes, cue words, and signals such as
/// the sender's role and whether a building is named.
/// </summary>
internal static class ChatFeatures
{
    /// <summary>Changes whenever the features do, so that cached engines are trained anew.</summary>
    public const int Version = 3;

    private const int MaxOrder = 2;
    private const uint Quoted = 1;
    private const uint Role = 2;
    private const uint Length = 3;
    private const uint Building = 4;
    private const uint Cue = 5;
    private const char Start = '\u0002';
    private const char End = '\u0003';

    private static readonly SearchValues<string> Places = SearchValues.Create(
        ["0号楼", "0栋", "0幢", "0座", "0单元", "0楼", "0梯", "0#", "0弄", "0室", "0层", "0-0", "楼道", "门口", "电梯", "楼下", "楼上", "对门", "隔壁"],
        StringComparison.Ordinal);

    public static void Add(ref FeatureList features, ReadOnlySpan<char> text, SenderRole role)
    {
        char[] rented = ArrayPool<char>.Shared.Rent(text.Length + 2);
        int split = QuoteEnd(text);
        if (split > 0)
        {
            ReadOnlySpan<char> quoted = Fold(text[..split], rented);
            NGrams.Add(ref features, quoted, 2, 2, Quoted);
            features.Add(NGrams.Signal(Quoted, 1));
        }
        ReadOnlySpan<char> own = Fold(text[split..], rented.AsSpan(1));
        rented[0] = Start;
        rented[own.Length + 1] = End;
        NGrams.Add(ref features, rented.AsSpan(0, own.Length + 2), 1, MaxOrder);
        CueWords.Add(ref features, own, Cue);
        AddSignals(ref features, own, role);
        ArrayPool<char>.Shared.Return(rented);
    }

    private static void AddSignals(ref FeatureList features, ReadOnlySpan<char> own, SenderRole role)
    {
        features.Add(NGrams.Signal(Role, (uint)role));
        if (role != SenderRole.Resident)
        {
            features.Add(NGrams.Signal(Role, 100));
        }
        features.Add(NGrams.Signal(Length, (uint)Math.Log2(own.Length + 1)));
        features.Add(NGrams.Signal(Building, own.ContainsAny(Places) ? 1u : 0));
    }

    private static Span<char> Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        Span<char> folded = buffer[..TextFold.Fold(text, buffer)];
        folded = folded[..Placeholders.Fold(folded)];
        Dialect.Fold(folded);
        return folded;
    }

    /// <summary>Where the sender's own words begin after "「张三：…」".</summary>
    private static int QuoteEnd(ReadOnlySpan<char> text) =>
        text is ['「', ..] && text.IndexOf('」') is var close and > 0 ? close + 1 : 0;
}
