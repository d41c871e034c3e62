namespace Bot.Privacy;

/// <summary>Recognises a person's words where others copied them, whole or cut.</summary>
internal sealed class WordTraces
{
    // within what is known to be about their words, a stretch of a few characters is theirs; elsewhere people may say the same
    private const int Stretch = 7;
    private const int LongStretch = 12;
    private const int Whole = 4;
    private const int LongWhole = 8;
    private readonly Dictionary<int, HashSet<string>> _near = [];
    private readonly Dictionary<int, HashSet<string>> _far = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    public WordTraces(IEnumerable<string> texts)
    {
        foreach (string text in texts.Select(text => text.Trim()))
        {
            _texts.Add(text);
            Add(_near, text, Stretch, Whole);
            Add(_far, text, LongStretch, LongWhole);
        }
    }

    /// <summary>Whether a text that is about the person's words holds some of them.</summary>
    public bool In(string text) => Holds(_near, text);

    /// <summary>Whether a text that may be about anybody holds a copy that is long enough to be theirs.</summary>
    public bool CopiedIn(string text) => Holds(_far, text);

    /// <summary>Whether these are the words of one of their messages.</summary>
    public bool Are(string text) => _texts.Contains(text.Trim());

    private static void Add(Dictionary<int, HashSet<string>> kept, string text, int stretch, int whole)
    {
        int length = Math.Min(stretch, text.Length);
        if (length < whole) { return; }
        if (!kept.TryGetValue(length, out HashSet<string>? of)) { kept.Add(length, of = new HashSet<string>(StringComparer.Ordinal)); }
        for (int i = 0; i + length <= text.Length; i++) { of.Add(text.Substring(i, length)); }
    }

    private static bool Holds(Dictionary<int, HashSet<string>> kept, string text)
    {
        foreach ((int length, HashSet<string> of) in kept)
        {
            HashSet<string>.AlternateLookup<ReadOnlySpan<char>> stretches = of.GetAlternateLookup<ReadOnlySpan<char>>();
            for (int i = 0; i + length <= text.Length; i++)
            {
                if (stretches.Contains(text.AsSpan(i, length))) { return true; }
            }
        }
        return false;
    }
}
