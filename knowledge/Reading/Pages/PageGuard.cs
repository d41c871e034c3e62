namespace Knowledge.Reading.Pages;

/// <summary>Looks for tags that no person wrote before a parser compares each of their attributes with all others.</summary>
internal static class PageGuard
{
    // pictures lie in attributes as text, but nobody gives an element so many attributes
    private const int MostAttributes = 10_000;

    public static void Check(string html)
    {
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at))
        {
            at++;
            if (at < html.Length && char.IsAsciiLetter(html[at])) { at = End(html, at); }
        }
    }

    private static int End(string html, int at)
    {
        int attributes = 0;
        for (char before = ' '; at < html.Length && html[at] != '>'; at++)
        {
            char sign = html[at];
            if (sign is '"' or '\'' && before == '=')
            {
                int close = html.IndexOf(sign, at + 1);
                at = close < 0 ? html.Length - 1 : close;
                attributes++;
            }
            else if (char.IsWhiteSpace(sign) || sign == '/')
            {
                attributes++;
            }
            if (attributes > MostAttributes) { throw new ReadException(ReadFault.TooComplex); }
            before = char.IsWhiteSpace(sign) ? before : sign;
        }
        return at;
    }
}
