namespace Bot.Messaging.Receiving;

/// <summary>Finds the words of one in what another says or keeps: whole or cut at the end, as they stand or cleaned.</summary>
public static class QuotedWords
{
    /// <summary>Shorter ones say too little to be known again, but between quotation marks.</summary>
    internal const int Shortest = 6;

    /// <summary>No quote is cut shorter.</summary>
    private const int Cut = 40;

    /// <summary>The text with the words hidden; null when it does not quote them.</summary>
    public static string? Without(string text, string words)
    {
        foreach (string said in new[] { words.Trim(), SafeWords.Clean(words, int.MaxValue) }.Distinct())
        {
            if (said.Length is > 0 and < Shortest && text.Contains($"“{said}”", StringComparison.Ordinal)) { return text.Replace($"“{said}”", $"“{Message.Hidden}”", StringComparison.Ordinal); }
            if (said.Length < Shortest || text.IndexOf(said[..Math.Min(Cut, said.Length)], StringComparison.Ordinal) is not (>= 0 and int at)) { continue; }
            int length = said.AsSpan().CommonPrefixLength(text.AsSpan(at));
            return text[..at] + Message.Hidden + text[(at + length)..];
        }
        return null;
    }
}
