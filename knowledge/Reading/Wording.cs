using System.Globalization;
using System.Text;

namespace Knowledge.Reading;

/// <summary>Text from foreign files as a line of a document.</summary>
internal static class Wording
{
    // what Word takes from its fonts of symbols
    private const string SymbolBullets = "\uF06C\uF06E\uF075\uF076\uF0A7\uF0B7\uF0D8\uF0FC";

    /// <summary>On one line, without the signs nobody sees.</summary>
    public static string Line(string text) => Collapse(text, keepLines: false);

    /// <summary>The same line by line; blank lines are left out.</summary>
    public static string[] Lines(string text) => Collapse(text, keepLines: true).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether there are words in it.</summary>
    public static bool HasWords(string? text) => text?.Any(char.IsLetterOrDigit) == true;

    /// <summary>Two halves of a sentence that stood on two lines.</summary>
    public static string Join(string first, string second) =>
        first.Length > 0 && second.Length > 0 && char.IsAscii(first[^1]) && char.IsAscii(second[0]) ? $"{first} {second}" : first + second;

    private static string Collapse(string text, bool keepLines)
    {
        StringBuilder kept = new(text.Length);
        bool blank = true;
        foreach (char sign in text)
        {
            if (sign is '\n' or '\r' or '\v' or '\u2028' or '\u2029' && keepLines)
            {
                TrimEnd(kept);
                if (kept.Length > 0 && kept[^1] != '\n') { kept.Append('\n'); }
                blank = true;
            }
            else if (char.IsWhiteSpace(sign))
            {
                if (!blank) { kept.Append(sign == '　' ? '　' : ' '); }
                blank = true;
            }
            else if (IsSeen(sign))
            {
                kept.Append(SymbolBullets.Contains(sign) ? '•' : sign);
                blank = false;
            }
        }
        TrimEnd(kept);
        return kept.ToString();
    }

    private static void TrimEnd(StringBuilder kept)
    {
        while (kept.Length > 0 && kept[^1] is ' ' or '　') { kept.Length--; }
    }

    // zero-width signs, marks of direction, the area for private use that symbol fonts take
    private static bool IsSeen(char sign) =>
        (!char.IsControl(sign) && char.GetUnicodeCategory(sign) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse)) || SymbolBullets.Contains(sign);
}
