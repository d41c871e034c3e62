namespace Bot.Triage.Incidents;

/// <summary>Character bigrams of Chinese text, without those made of function words, as a measure of shared wording.</summary>
public static class Words
{
    private const string Function =
        "的了是在我你他她它们这那有没不也都就还又和跟与及但而且吗呢啊吧呀哦嘛啦哈么个一上下里来去到给把被让很太真好大小多少什怎谁哪几时候天日点分说看想要能会可以再快请先后前今明昨早晚人家户自己 嘅咗喺唔冇系啲哋嘢咁乜佢仲返埋阿拉侬伊勿格啥咋俺咱咧嘞哟诶";

    private static readonly HashSet<char> Stop = [.. Function];

    public static void AddBigrams(ReadOnlySpan<char> text, HashSet<int> bigrams)
    {
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (IsWord(text[i]) && IsWord(text[i + 1]) && !(Stop.Contains(text[i]) && Stop.Contains(text[i + 1])))
            {
                bigrams.Add((text[i] << 16) | text[i + 1]);
            }
        }
    }

    /// <summary>The pairs as they are kept, to be looked up in.</summary>
    public static int[] InOrder(HashSet<int> bigrams)
    {
        int[] ordered = [.. bigrams];
        Array.Sort(ordered);
        return ordered;
    }

    /// <summary>Share of the smaller set found in the other, damped for very small sets; 0…1.</summary>
    public static double Overlap(int shared, int left, int right) => shared / (Math.Min(left, right) + 2.0);

    /// <summary>How many words they share.</summary>
    /// <param name="said">Of a message.</param>
    /// <param name="known">Of a matter, in order.</param>
    public static int Shared(HashSet<int> said, ReadOnlySpan<int> known)
    {
        int shared = 0;
        if (known.Length <= said.Count * 8)
        {
            foreach (int bigram in known)
            {
                shared += said.Contains(bigram) ? 1 : 0;
            }

            return shared;
        }

        foreach (int bigram in said)
        {
            shared += known.BinarySearch(bigram) >= 0 ? 1 : 0;
        }

        return shared;
    }

    private static bool IsWord(char character) => character >= '一' && character <= '鿿';
}
