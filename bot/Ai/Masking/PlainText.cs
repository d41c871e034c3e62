using System.Globalization;
using System.Text;

namespace Bot.Ai.Masking;

/// <summary>Folds the many ways to write a digit or a Latin letter into one, and drops what nobody sees.</summary>
internal static class PlainText
{
    public static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Digit(rune) is { } digit) { folded.Append(digit); }
            else if (IsSeen(rune)) { folded.Append(Narrow(rune).ToString()); }
        }
        return folded.ToString();
    }

    // １ 𝟏 ١ ① ¹ 1️⃣: the keycap's frame is not seen, the digit is
    private static char? Digit(Rune rune)
    {
        if (rune.Value < 128) { return null; }
        int value = CharUnicodeInfo.GetDigitValue(rune.ToString(), 0);
        return value is >= 0 and <= 9 ? (char)('0' + value) : null;
    }

    private static Rune Narrow(Rune rune) => rune.Value switch
    {
        // full-width Latin letters, and the signs numbers are cut up with
        >= 0xFF21 and <= 0xFF3A or >= 0xFF41 and <= 0xFF5A or 0xFF0B or 0xFF0D or 0xFF0E or 0xFF0F or 0xFF20 or 0xFF3F or 0xFF03 => new Rune(rune.Value - 0xFEE0),
        // mathematical letters are not words
        0x3000 or 0xA0 => new Rune(' '),
        _ => rune,
    };

    private static bool IsSeen(Rune rune) => rune.Value is '\n' || (rune.Value is not (0xFE0F or 0x20E3)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate));
}
