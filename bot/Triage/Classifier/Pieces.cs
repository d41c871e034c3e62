using System.Buffers;
using System.Collections.Frozen;

namespace Bot.Triage.Classifier;

/// <summary>Cuts a message into pieces a person reads as words: known words, numbers with what they count, and what stands between.</summary>
internal static class Pieces
{
    private const int LongestText = 300;
    private const int LongestPiece = 4;

    // Words on their own that part the others
    private const string Small = "的了是我你他她们在也都就还又吧吗呢啊呀嘛么不没有这那个把被给和跟很太再可会要去来到说着过地得";
    private static readonly SearchValues<char> Smalls = SearchValues.Create(Small);
    private static readonly FrozenSet<string> Words = CueWords.All.Concat(Topics.All).Concat(
        "号楼 单元 楼道 楼上 楼下 门口 小区 物业 网格员 社区 业主 居民 师傅 今天 昨天 明天 上午 下午 晚上 半夜 早上 现在 已经 怎么 为什么 大家 邻居 家里 我家 我们 他们 时候 东西 地方 孩子 垃圾 电梯 路灯 停车 请问 谢谢"
            .Split(' ')).Where(word => word.Length > 1).ToFrozenSet();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int LongestWord = Words.Max(word => word.Length);

    public static IEnumerable<Range> Of(string text)
    {
        int length = Math.Min(text.Length, LongestText);
        for (int start = 0; start < length;)
        {
            int end = Known(text, start, length);
            if (end > start)
            {
                yield return start..end;
            }
            else if (char.IsLetterOrDigit(text[start]))
            {
                end = Unknown(text, start, length);
                yield return start..end;
            }
            start = Math.Max(end, start + 1);
        }
    }

    /// <summary>The end of what is one piece for certain; <paramref name="start"/> when nothing is.</summary>
    private static int Known(string text, int start, int length)
    {
        char first = text[start];
        if (first == '[' && text.IndexOf(']', start) is var close && close > start && close < length) { return close + 1; }
        if (char.IsHighSurrogate(first)) { return Math.Min(start + 2, length); }
        if (first is '?' or '？' or '!' or '！') { return start + 1; }
        if (char.IsAsciiLetterOrDigit(first))
        {
            int end = start;
            while (end < length && char.IsAsciiLetterOrDigit(text[end])) { end++; }
            return Math.Max(end, WordAt(text, end, length));
        }
        return WordAt(text, start, length) is var word && word > start ? word : Smalls.Contains(first) ? start + 1 : start;
    }

    private static int WordAt(string text, int start, int length)
    {
        for (int end = Math.Min(length, start + LongestWord); end > start + 1; end--)
        {
            if (Lookup.Contains(text.AsSpan(start, end - start))) { return end; }
        }
        return start;
    }

    private static int Unknown(string text, int start, int length)
    {
        int end = start + 1;
        while (end < length && end < start + LongestPiece && char.IsLetterOrDigit(text[end]) && Known(text, end, length) == end) { end++; }
        return end;
    }
}
