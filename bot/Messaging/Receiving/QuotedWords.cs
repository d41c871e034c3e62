namespace Bot.Messaging.Receiving;

/// <summary>Finds the words of one in what another says or keeps: whole or cut at the end, as they stand or cleaned.</summary>
public static class QuotedWords
{
    /// <summary>Shorter ones say too little to be known again, but between quotation marks.</summary>
    internal const int Shortest = 6;

    /// <summary>No quote is cut shorter.</summary>
    private const int Cut = 40;

    /// <summary>As much of a name as stands before a quote.</summary>
    private const int NameLength = 16;

    /// <summary>Between a name and what its bearer said.</summary>
    private const string Says = "说：";

    /// <summary>The text with the words hidden; null when it does not quote them.</summary>
    public static string? Without(string text, string words)
    {
        foreach (string said in Wordings(words))
        {
            if (said.Length is > 0 and < Shortest && text.Contains($"“{said}”", StringComparison.Ordinal)) { return text.Replace($"“{said}”", $"“{Message.Hidden}”", StringComparison.Ordinal); }
            if (said.Length < Shortest || text.IndexOf(said[..Math.Min(Cut, said.Length)], StringComparison.Ordinal) is not (>= 0 and int at)) { continue; }
            int length = said.AsSpan().CommonPrefixLength(text.AsSpan(at));
            return text[..at] + Message.Hidden + text[(at + length)..];
        }
        return null;
    }

    /// <summary>The text with the words hidden where they stand alone between quotation marks; null when they do nowhere.</summary>
    /// <param name="sender">Who said them: what stands there as somebody else's is not touched.</param>
    public static string? WithoutQuotes(string text, string words, string sender)
    {
        string without = text;
        foreach (string said in Wordings(words).Where(said => said.Length > 0))
        {
            string start = "“" + said[..Math.Min(Cut, said.Length)];
            for (int at = without.IndexOf(start, StringComparison.Ordinal); at >= 0; at = without.IndexOf(start, at + 1, StringComparison.Ordinal))
            {
                int end = at + 1 + said.AsSpan().CommonPrefixLength(without.AsSpan(at + 1));
                if (end < without.Length && without[end] == '”' && IsOf(sender, said, without[..at])) { without = without[..(at + 1)] + Message.Hidden + without[end..]; }
            }
        }
        return without == text ? null : without;
    }

    private static IEnumerable<string> Wordings(string words) => new[] { words.Trim(), SafeWords.Clean(words, int.MaxValue) }.Distinct();

    // 回“12好了” tells what to answer, whoever has answered so
    private static bool IsOf(string sender, string said, string before)
    {
        if (!before.EndsWith(Says, StringComparison.Ordinal)) { return said.Length >= Shortest && !before.EndsWith('回') && !before.EndsWith('发'); }
        string name = SafeWords.Clean(sender, NameLength), called = before[..^Says.Length];
        return name.Length > 0 && called.EndsWith(name, StringComparison.Ordinal) && (called.Length == name.Length || char.IsPunctuation(called[^(name.Length + 1)]));
    }
}
