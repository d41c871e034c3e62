namespace Knowledge.Terms;

/// <summary>Groups of words of one meaning that were added to those of the library; not to be changed once made.</summary>
internal sealed class SynonymTable
{
    public const int LongestWord = 20;
    public const int MostGroups = 2_000;

    // no document holds it, and it is not that of the lists
    private const char Mark = '\u0002';

    private readonly Dictionary<string, SynonymGroup> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SynonymGroup>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <exception cref="ArgumentException">A group of fewer than two words, or a word that is too short or too long.</exception>
    public SynonymTable(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        if (groups.Count > MostGroups) { throw new ArgumentException($"More than {MostGroups} groups.", nameof(groups)); }
        _lookup = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        Groups = [.. groups.Select(group => (IReadOnlyList<string>)[.. group.Select(word => word.Trim()).Distinct()])];
        for (int i = 0; i < Groups.Count; i++) { Add(new SynonymGroup($"{Mark}{i}", [.. Groups[i].Select(Folding.Fold)])); }
    }

    public static SynonymTable Empty { get; } = new([]);

    /// <summary>As they were given.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups { get; }

    /// <summary>The groups of the longest words in the text, with where they stand; they do not overlap.</summary>
    public IEnumerable<(SynonymGroup Group, int Start, int Length)> In(string folded)
    {
        for (int start = 0; start < folded.Length && _byWord.Count > 0; start++)
        {
            int length = Math.Min(LongestWord, folded.Length - start);
            SynonymGroup? group = null;
            while (length > 1 && !_lookup.TryGetValue(folded.AsSpan(start, length), out group)) { length--; }
            if (group is null) { continue; }
            yield return (group, start, length);
            start += length - 1;
        }
    }

    private void Add(SynonymGroup group)
    {
        if (group.Words.Count < 2) { throw new ArgumentException("A group needs two words."); }
        foreach (string word in group.Words)
        {
            if (word.Length is < 2 or > LongestWord) { throw new ArgumentException($"'{word}': a word has 2 to {LongestWord} characters."); }
            _byWord.TryAdd(word, group);
        }
    }
}

/// <param name="Term">Stands for the group among the terms of a question.</param>
/// <param name="Words">Folded.</param>
internal sealed record SynonymGroup(string Term, IReadOnlyList<string> Words);
