using System.Collections.Frozen;

namespace Bot.Triage.Classifier;

/// <summary>
/// Writes common dialect and traditional characters as their Mandarin counterparts, one for one, so that what is learned
/// from one region serves another. Only for features: the meaning need not be exact.
/// </summary>
internal static class Dialect
{
    private const string Spoken = "佢伊渠嘅咗啲冇系喺唔咩嗰俺咱侬偌恁勿弗莫嘞咯喽囖咧啥咋噻撒嘛哋睇讲揾";
    private const string Mandarin = "他他他的了些没是在不么那我我你你你不不不了了了了了么怎啊啊啊们看说找";
    private const string Traditional = "沒們嗎個這裡壞電樓門關開還過來說話時請問題會對為";
    private const string Simplified = "没们吗个这里坏电楼门关开还过来说话时请问题会对为";

    private static readonly FrozenDictionary<char, char> Characters =
        (Spoken + Traditional).Zip(Mandarin + Simplified).ToFrozenDictionary(p => p.First, p => p.Second);

    public static void Fold(Span<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (Characters.TryGetValue(text[i], out char mandarin))
            {
                text[i] = mandarin;
            }
        }
    }
}
