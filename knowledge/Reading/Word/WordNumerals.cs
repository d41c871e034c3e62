namespace Knowledge.Reading.Word;

/// <summary>A number in the form that a list of Word asks for.</summary>
internal static class WordNumerals
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Units = " 十百千";

    private static readonly (int Value, string Sign)[] Roman =
        [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];

    public static string Write(int number, string format) => format switch
    {
        "none" => "",
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCountingThousand" or "ideographDigital" or "taiwaneseCounting" => Chinese(number),
        "ideographTraditional" when number is >= 1 and <= 10 => "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "upperLetter" when number is >= 1 and <= 26 => ((char)('A' + number - 1)).ToString(),
        "lowerLetter" when number is >= 1 and <= 26 => ((char)('a' + number - 1)).ToString(),
        "upperRoman" => InRoman(number).ToUpperInvariant(),
        "lowerRoman" => InRoman(number),
        "decimalZero" => number.ToString("00"),
        _ => number.ToString(),
    };

    private static string Chinese(int number)
    {
        if (number is <= 0 or > 9_999) { return number == 0 ? "〇" : number.ToString(); }
        string written = "";
        bool gap = false;
        string digits = number.ToString();
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[i] - '0';
            int unit = digits.Length - 1 - i;
            if (digit == 0)
            {
                gap = written.Length > 0;
                continue;
            }
            written += (gap ? "零" : "") + (digit == 1 && unit == 1 && written.Length == 0 ? "" : Digits[digit].ToString()) + (unit > 0 ? Units[unit].ToString() : "");
            gap = false;
        }
        return written;
    }

    private static string InRoman(int number)
    {
        string written = "";
        foreach ((int value, string sign) in Roman)
        {
            for (; number >= value && written.Length < 20; number -= value) { written += sign; }
        }
        return written;
    }
}
