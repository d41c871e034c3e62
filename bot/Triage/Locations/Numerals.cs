using System.Buffers;
using System.Text;

namespace Bot.Triage.Locations;

/// <summary>Chinese numerals to digits, only where a word of place follows: 十一幢 → 11幢, 廿一号 → 21号, 三零一室 → 301室.</summary>
internal static class Numerals
{
    private const string Digits = "零一二三四五六七八九";
    private const string All = "〇零幺一二两俩三四五六七八九十廿卅百";
    private static readonly SearchValues<char> Present = SearchValues.Create(All);

    /// <summary>Measures in front of which "one" counts things instead of naming them: 一层白渣, 一座桥, 每一栋.</summary>
    private const string Films = "白灰膜油泡冰水土皮绿霜锈垢渣沫厚薄雪纸玻漆墙青黑黄红";

    public static string ToDigits(string original)
    {
        if (original.AsSpan().IndexOfAny(Present) < 0)
        {
            return original;
        }
        StringBuilder text = new(original);
        for (int start = 0; start < text.Length; start++)
        {
            if (!All.Contains(text[start]))
            {
                continue;
            }
            int end = start + 1;
            while (end < text.Length && All.Contains(text[end]))
            {
                end++;
            }
            string? digits = end - start <= 5 && NamesPlace(text, start, end) ? Value(text.ToString(start, end - start)) : null;
            if (digits is not null)
            {
                text.Remove(start, end - start).Insert(start, digits);
                end = start + digits.Length;
            }
            start = end;
        }
        return text.ToString();
    }

    private static bool NamesPlace(StringBuilder text, int start, int end)
    {
        char previous = start > 0 ? text[start - 1] : ' ';
        char next = end < text.Length ? text[end] : ' ';
        char afterNext = end + 1 < text.Length ? text[end + 1] : ' ';
        bool single = end - start == 1;
        return next switch
        {
            '栋' or '幢' => !(single && text[start] == '一' && "这那哪每整另某同有几".Contains(previous)) && !(text[start] is '两' or '俩' && !IsNumber(afterNext)),
            '座' => !(single && text[start] is '一' or '两') && afterNext is not ('山' or '桥' or '城' or '楼' or '房' or '大'),
            '层' => !(single && (Films.Contains(afterNext) || previous is '有' or '了' or '着' or '起')),
            '单' => afterNext == '元',
            '弄' => afterNext != '堂',
            '号' or '#' or '梯' or '区' => true,
            '楼' => !"这那哪".Contains(previous),
            '门' => afterNext == '洞' || "栋幢楼们我俺拉哋地号".Contains(previous) || char.IsAsciiDigit(previous),
            '室' => !single,
            '到' or '至' or '和' or '跟' or '同' or '与' or '、' => IsBuildingPair(text, end + 1),
            _ => previous == '负' || (end - start is 3 or 4 && text.ToString(start, end - start).AsSpan().ContainsAny("零〇幺") && previous is '栋' or '幢' or '楼' or '元' or '梯'),
        };
    }

    private static bool IsBuildingPair(StringBuilder text, int at)
    {
        int end = at;
        while (end < text.Length && end - at < 4 && IsNumber(text[end]))
        {
            end++;
        }
        return end > at && end < text.Length
            && (text[end] is '栋' or '幢' || (text[end] == '号' && end + 1 < text.Length && text[end + 1] is '楼' or '院'));
    }

    private static bool IsNumber(char c) => char.IsAsciiDigit(c) || All.Contains(c);

    private static string? Value(string numeral)
    {
        string plain = numeral.Replace('〇', '零').Replace('两', '二').Replace('俩', '二').Replace('幺', '一').Replace("廿", "二十").Replace("卅", "三十");
        if (plain.IndexOfAny(['十', '百']) < 0)
        {
            // 七八层 is a guess, not a number
            bool spelled = plain.Length == 1 || plain.Contains('零') || plain.Length >= 3;
            return spelled ? string.Concat(plain.Select(c => (char)('0' + Digits.IndexOf(c)))) : null;
        }
        int hundred = plain.IndexOf('百');
        string rest = hundred < 0 ? plain : plain[(hundred + 1)..].TrimStart('零');
        int? hundreds = hundred < 0 ? 0 : hundred == 0 ? 1 : Digit(plain[..hundred]);
        int? below = BelowHundred(rest);
        return hundreds is null || below is null ? null : $"{(hundreds * 100) + below}";
    }

    private static int? BelowHundred(string text)
    {
        int ten = text.IndexOf('十');
        if (ten < 0)
        {
            return text.Length == 0 ? 0 : Digit(text);
        }
        int? tens = ten == 0 ? 1 : Digit(text[..ten]);
        int? ones = ten == text.Length - 1 ? 0 : Digit(text[(ten + 1)..]);
        return tens is null || ones is null ? null : (tens * 10) + ones;
    }

    private static int? Digit(string text) => text.Length == 1 && Digits.IndexOf(text[0]) is >= 0 and int value ? value : null;
}
