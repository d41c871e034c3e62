using System.Text;

namespace Bot.Privacy;

/// <summary>Recognises a person's words where others copied them, whole or cut.</summary>
internal sealed class WordTraces
{
    // within what is known to be about their words, a stretch of a few characters is theirs; elsewhere people may say the same
    private const int Stretch = 7;
    private const int LongStretch = 12;
    private const int Whole = 4;
    private const int LongWhole = 10;
    private readonly Dictionary<int, HashSet<string>> _near = [];
    private readonly Dictionary<int, HashSet<string>> _far = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    public WordTraces(IEnumerable<string> texts, PlaceWords places)
    {
        foreach (string text in texts.Select(text => text.Trim()))
        {
            _texts.Add(text);
            Add(_near, text, Stretch, Whole);
            foreach (string part in places.Around(text)) { Add(_far, part, LongStretch, LongWhole); }
        }
    }

    /// <summary>Whether a text that is about the person's words holds some of them.</summary>
    public bool In(string text) => StretchesOf(_near, text).Any();

    /// <summary>Whether a text that may be about anybody holds a copy that is long enough to be theirs.</summary>
    public bool CopiedIn(string text) => StretchesOf(_far, text).Any();

    /// <summary>Whether these are the words of one of their messages.</summary>
    public bool Are(string text) => _texts.Contains(text.Trim());

    /// <summary>The text of somebody else with one mark in the place of each copy.</summary>
    /// <param name="near">Whether it names the person, so that a few characters are theirs.</param>
    /// <param name="names">Where it names them: a name that a copy touches goes with it.</param>
    public string Without(string text, bool near, IEnumerable<(int Start, int Length)> names)
    {
        bool[] copied = new bool[text.Length];
        foreach ((int start, int length) in StretchesOf(near ? _near : _far, text)) { Array.Fill(copied, true, start, length); }
        foreach ((int start, int length) in names.Where(name => copied.AsSpan(name.Start, name.Length).Contains(true))) { Array.Fill(copied, true, start, length); }
        StringBuilder kept = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (!copied[i]) { kept.Append(text[i]); }
            else if (i == 0 || !copied[i - 1]) { kept.Append(GoneWords.Erased); }
        }
        return kept.ToString();
    }

    private static void Add(Dictionary<int, HashSet<string>> kept, string text, int stretch, int whole)
    {
        int length = Math.Min(stretch, text.Length);
        if (length < whole) { return; }
        if (!kept.TryGetValue(length, out HashSet<string>? of)) { kept.Add(length, of = new HashSet<string>(StringComparer.Ordinal)); }
        for (int i = 0; i + length <= text.Length; i++) { of.Add(text.Substring(i, length)); }
    }

    private static IEnumerable<(int Start, int Length)> StretchesOf(Dictionary<int, HashSet<string>> kept, string text)
    {
        foreach ((int length, HashSet<string> of) in kept)
        {
            HashSet<string>.AlternateLookup<ReadOnlySpan<char>> stretches = of.GetAlternateLookup<ReadOnlySpan<char>>();
            for (int i = 0; i + length <= text.Length; i++)
            {
                if (stretches.Contains(text.AsSpan(i, length))) { yield return (i, length); }
            }
        }
    }
}
