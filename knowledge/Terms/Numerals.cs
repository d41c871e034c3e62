namespace Knowledge.Terms;

/// <summary>Numbers written in Chinese: "八十二" is 82.</summary>
internal static class Numerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>How many characters a number takes there and its value; 0 where there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, out int value)
    {
        int total = 0;
        int digit = 0;
        int at = start;
        for (; at < text.Length && at - start < 8; at++)
        {
            int unit = text[at] switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            int read = text[at] is '两' ? 2 : text[at] is '〇' ? 0 : Digits.IndexOf(text[at]);
            if (unit == 0 && read < 0) { break; }
            if (unit > 0)
            {
                total += Math.Max(1, digit) * unit;
                digit = 0;
            }
            else
            {
                digit = read;
            }
        }
        value = total + digit;
        return at - start;
    }
}
