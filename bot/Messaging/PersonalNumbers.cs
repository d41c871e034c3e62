using System.Text.RegularExpressions;

namespace Bot.Messaging;

/// <summary>Masks telephone, identity-card and bank-card numbers and number plates, full-width and spaced forms too.</summary>
public static partial class PersonalNumbers
{
    private const string Digit = "[0-9０-９]";
    private const string Gap = @"[\s\-‐‑–—.．·・_　]{0,2}";
    private const string Alone = $"(?<!{Digit})";
    private const string End = $"(?!{Digit})";

    public static string Mask(string text)
    {
        string masked = Long().Replace(text, match => Keep(match.Value, 3, 4));
        masked = Mobile().Replace(masked, match => Keep(match.Value, 3, 4));
        masked = Landline().Replace(masked, match => Keep(match.Value, 0, 2));
        masked = Spelled().Replace(masked, match => Keep(match.Value, 3, 2));
        return Plate().Replace(masked, match => Keep(match.Value, 2, 1));
    }

    /// <summary>Stars for all but the first and last characters that are no gap.</summary>
    private static string Keep(string match, int first, int last)
    {
        string bare = Gaps().Replace(match, "");
        return $"{bare[..first]}****{bare[^last..]}";
    }

    // identity cards (15, or 17 and a check sign) and bank cards (16 to 19)
    [GeneratedRegex($"{Alone}{Digit}(?:{Gap}{Digit}){{13,17}}(?:{Gap}[0-9０-９XxＸｘ])(?![0-9０-９])")]
    private static partial Regex Long();

    [GeneratedRegex($"{Alone}[1１]{Gap}[3-9３-９](?:{Gap}{Digit}){{9}}{End}")]
    private static partial Regex Mobile();

    [GeneratedRegex($@"{Alone}[(（]?[0０](?:{Gap}{Digit}){{2,3}}[)）]?{Gap}[2-8２-８](?:{Gap}{Digit}){{6,7}}{End}")]
    private static partial Regex Landline();

    [GeneratedRegex("[一幺][三四五六七八九](?:[、，, ]?[零〇一幺二三四五六七八九]){9}")]
    private static partial Regex Spelled();

    [GeneratedRegex(@"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Za-z][·•・\s]?[A-HJ-NP-Za-hj-np-z0-9]{5,6}(?![A-Za-z0-9])")]
    private static partial Regex Plate();

    [GeneratedRegex(@"[\s\-‐‑–—.．·・•_　()（）、，,]")]
    private static partial Regex Gaps();
}
