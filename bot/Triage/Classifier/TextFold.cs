namespace Bot.Triage.Classifier;

/// <summary>
/// Brings a text to the form the features are taken from: compatibility forms unified (full width, circled digits),
/// lower case, every digit a 0, white space collapsed, invisible characters gone. Never longer than the text.
/// </summary>
internal static class TextFold
{
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        int length = 0;
        foreach (char raw in text)
        {
            char c = Fold(raw);
            if (c == '\0' || (c == ' ' && (length == 0 || folded[length - 1] == ' ')))
            {
                continue;
            }
            folded[length++] = c;
        }
        return length > 0 && folded[length - 1] == ' ' ? length - 1 : length;
    }

    /// <summary>'\0' for characters that are left out.</summary>
    public static char Fold(char c) => c switch
    {
        >= '0' and <= '9' => '0',
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        < '\u0080' => c <= ' ' ? ' ' : c,
        >= '\uFF01' and <= '\uFF5E' => Fold((char)(c - 0xFEE0)),
        >= '\u2460' and <= '\u249B' => '0',
        >= '\u200B' and <= '\u200F' or '\uFEFF' or '\uFE0F' => '\0',
        '\u3000' or '\u00A0' or '\u2028' or '\u2029' => ' ',
        _ => c,
    };
}
