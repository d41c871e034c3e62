namespace Bot.Channels.ChatRecord.Reading;

/// <summary>
/// A line as the formats compare it: full-width digits, colons and brackets narrow, every sort of space the same.
/// Letter by letter, so that what is found in it lies at the same place in the line itself.
/// </summary>
internal static class PlainForm
{
    public static string Of(string line) => string.Create(line.Length, line, static (plain, line) =>
    {
        for (int i = 0; i < plain.Length; i++) { plain[i] = Of(line[i]); }
    });

    /// <summary>Without white space at the ends, and without what cannot be seen.</summary>
    public static string Trim(string text)
    {
        int start = 0, end = text.Length;
        while (start < end && IsBlank(text[start])) { start++; }
        while (end > start && IsBlank(text[end - 1])) { end--; }
        return text[start..end];
    }

    public static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || letter is (>= '\u200b' and <= '\u200f') or '\u2060' or '\ufeff' or '\0';

    private static char Of(char letter) => letter switch
    {
        >= '０' and <= '９' or '：' or '／' or '（' or '）' or '［' or '］' or '－' or '，' or '＂' or '＇' => (char)(letter - 0xFEE0),
        '“' or '”' => '"',
        '‘' or '’' => '\'',
        '—' or '–' or '─' or '━' or '―' => '-',
        _ => IsBlank(letter) ? ' ' : letter,
    };
}
