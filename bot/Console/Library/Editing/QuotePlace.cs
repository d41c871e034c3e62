namespace Bot.Console.Library.Editing;

/// <summary>Finds a quote in a text whatever white space stands in either. Pure.</summary>
internal static class QuotePlace
{
    private const int Around = 1500;

    public static (string Before, string Words, string After)? Of(string text, string? quote)
    {
        string wanted = string.Concat((quote ?? "").Where(each => !char.IsWhiteSpace(each)));
        if (wanted.Length == 0) { return null; }
        int[] places = [.. Enumerable.Range(0, text.Length).Where(i => !char.IsWhiteSpace(text[i]))];
        int found = string.Concat(places.Select(i => text[i])).IndexOf(wanted, StringComparison.Ordinal);
        if (found < 0) { return null; }
        int start = places[found];
        int end = places[found + wanted.Length - 1] + 1;
        return (text[Math.Max(0, start - Around)..start], text[start..end], text[end..Math.Min(text.Length, end + Around)]);
    }
}
