using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Messaging;

/// <summary>Makes words of other people fit to stand in what the bot says: short, plain, without phone or ID numbers.</summary>
public static partial class SafeWords
{
    private const string Markup = "*#`<>[]|~\\@";

    /// <summary>At most <paramref name="length"/> characters of the text; empty when nothing is left.</summary>
    public static string Clean(string? text, int length) => Clean(text, length, keepNumbers: false);

    private static string Clean(string? text, int length, bool keepNumbers)
    {
        StringBuilder kept = new();
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            Rune narrow = Narrow(rune);
            if (IsPlain(narrow)) { kept.Append(narrow); }
        }
        string plain = keepNumbers ? kept.ToString() : LongNumber().Replace(kept.ToString(), "");
        return Clip(plain.Trim(), length);
    }

    /// <summary>"@36-1-502 " as a reply begins with; empty when the nickname has nothing to call by.</summary>
    public static string Call(string nickname)
    {
        string name = Clean(nickname, 16);
        return name.Length == 0 || Everyone().IsMatch(name) ? "" : $"@{name} ";
    }

    /// <summary>The two side by side; a digit never grows together with another into a longer number.</summary>
    public static string Join(string first, string second) =>
        first.Length > 0 && second.Length > 0 && char.IsAsciiDigit(first[^1]) && char.IsAsciiDigit(second[0]) ? $"{first} {second}" : first + second;

    /// <summary>How long a reply is, counted as people do: one per character.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    public static bool HasLongNumber(string text) => LongNumber().IsMatch(Clean(text, int.MaxValue, keepNumbers: true));

    /// <summary>Whether it holds something like an ID number of eighteen places.</summary>
    public static bool HasIdNumber(string text) => IdNumber().IsMatch(Clean(text, int.MaxValue, keepNumbers: true));

    // Full-width forms: a number written １３８… is a number
    private static Rune Narrow(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E and not (0xFF0C or 0xFF01 or 0xFF1A or 0xFF1B or 0xFF1F)
        ? new Rune(rune.Value - 0xFEE0) : rune;

    private static bool IsPlain(Rune rune) => (rune.Value > 127 || !Markup.Contains((char)rune.Value))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);

    private static string Clip(string text, int length) => Length(text) <= length
        ? text : string.Concat(text.EnumerateRunes().Take(length).Select(rune => rune.ToString()));

    // Seven digits in a row, or ten with spaces, dots and dashes between; 12-2-1301 is a doorplate
    [GeneratedRegex(@"[0-9]{7,}[Xx]?|(?:[0-9][\s.\-—–_·、]{0,2}){9,}[0-9][Xx]?")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?<![0-9])(?:[0-9][\s.\-—–_·]?){17}[0-9Xx](?![0-9])")]
    private static partial Regex IdNumber();

    [GeneratedRegex("^(所有人|全体|everyone$|all$)", RegexOptions.IgnoreCase)]
    private static partial Regex Everyone();
}
