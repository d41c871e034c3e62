using System.Text.RegularExpressions;

namespace Bot.Triage.Locations;

/// <summary>A message made ready for reading: widths folded, mentions and placeholders gone, numerals of places in digits.</summary>
internal sealed partial record PlaceText(string Own, string? QuotedSender, string? Quoted)
{
    // A place stands near the start; what follows is a forwarded article or an attack
    private const int Longest = 1500;

    public static PlaceText Of(string message, IReadOnlyList<string> botNames)
    {
        string text = message.Length > Longest ? message[..Longest] : message;
        Match quote = Quote().Match(text);
        return quote.Success
            ? new(Clean(text[quote.Length..], botNames), quote.Groups[1].Value, Clean(quote.Groups[2].Value, botNames))
            : new(Clean(text, botNames), null, null);
    }

    public static string Clean(string text, IReadOnlyList<string> botNames)
    {
        if (text.Contains('@'))
        {
            foreach (string name in botNames)
            {
                text = text.Replace("@" + name, " ");
            }
            text = Mention().Replace(text, " ");
        }
        text = text.Contains('[') || text.Contains("http", StringComparison.Ordinal) ? Placeholder().Replace(text, " ") : text;
        string folded = string.Create(text.Length, text, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = Fold(source[i]);
            }
        });
        string digits = Numerals.ToDigits(folded);
        digits = digits.Contains('-') ? BelowGround().Replace(digits, "负") : digits;
        return (digits.Contains(' ') ? SpaceInside().Replace(digits, "") : digits).Trim();
    }

    private static char Fold(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '–' or '—' or '−' or '‐' or '‑' or '﹣' or '－' => '-',
        '〜' => '~',
        '﹟' or '♯' => '#',
        '棟' => '栋',
        '層' => '层',
        '號' => '号',
        '樓' => '楼',
        '單' => '单',
        '門' => '门',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => c,
    };

    [GeneratedRegex(@"^\s*「([^：:」]{1,24})[：:]([^」]{0,600})」[\s\-—]*")]
    private static partial Regex Quote();

    /// <summary>"2 栋 3 单元", as voice input writes it.</summary>
    [GeneratedRegex(@"(?<=\d) (?=[栋幢座号梯层室弄]|单元|楼)")]
    private static partial Regex SpaceInside();

    /// <summary>"8号楼-1层" lies below the ground; "8-1" does not.</summary>
    [GeneratedRegex(@"(?<=号楼|栋|幢|座|单元)-(?=\d[层楼])")]
    private static partial Regex BelowGround();

    [GeneratedRegex(@"@[^\s@]{1,30}")]
    private static partial Regex Mention();

    [GeneratedRegex(@"\[[^\[\]]{1,12}\]|https?://[\w./?=&%#\-]{1,200}")]
    private static partial Regex Placeholder();
}
