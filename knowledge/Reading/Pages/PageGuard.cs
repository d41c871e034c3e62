namespace Knowledge.Reading.Pages;

/// <summary>Looks for tags that no person wrote before a parser compares each of their attributes with all others.</summary>
internal static class PageGuard
{
    // pictures lie in attributes as text, but nobody gives an element so many attributes
    private const int MostAttributes = 10_000;

    // what is never closed lies on a pile that the parser searches at each tag
    private const int MostOpen = 1_000;

    // elements that have no end, or need none
    private static readonly HashSet<string> Endless = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "img", "hr", "input", "meta", "link", "area", "base", "col", "source", "wbr", "embed", "param", "p", "li", "td", "th", "tr", "option", "dd", "dt", "tbody", "thead",
    };

    public static void Check(string html)
    {
        int open = 0;
        for (int at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at))
        {
            at++;
            if (html[at] == '/') { open = Math.Max(0, open - 1); }
            if (!char.IsAsciiLetter(html[at])) { continue; }
            int name = at;
            while (at < html.Length && char.IsAsciiLetterOrDigit(html[at])) { at++; }
            bool isEndless = Endless.Contains(html[name..at]);
            at = End(html, at);
            if (!isEndless && html[at - 1] != '/' && ++open > MostOpen) { throw new ReadException(ReadFault.TooComplex); }
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
