namespace Bot.Triage.Classifier;

/// <summary>Arranges the features of a trained machine, known by hashes, by the characters they are made of.</summary>
internal sealed class LetterGramsBuilder(Vocabulary vocabulary, bool punctuation)
{
    private readonly bool[] _seen = new bool[vocabulary.Count];
    private readonly List<string>[] _grams = [[], [], []];
    private readonly List<int> _features = [];

    /// <param name="texts">Those the machine was trained on.</param>
    /// <returns>The tables, and the machine's feature for each row; -1 for none.</returns>
    public (LetterGramTables Tables, IReadOnlyList<int> Features) Build(IEnumerable<string> texts)
    {
        foreach (string text in texts) { Collect(text); }
        char[] characters = [.. _grams[0].Select(gram => gram[0]).Where(c => !LetterIds.Always(c)).Order().Take(60_000)];
        LetterIds ids = new(characters, punctuation);
        string[] single = new string[ids.Count];
        foreach (string gram in _grams[0]) { single[ids.Of(gram[0])] = gram; }
        Keyed[] pairs = Sorted(_grams[1].Select(gram => new Keyed(LetterGrams.PairKey(ids.Of(gram[0]), ids.Of(gram[1])), gram)));
        Dictionary<string, int> places = pairs.Select((pair, place) => (pair.Gram, place)).ToDictionary(p => p.Gram, p => p.place, StringComparer.Ordinal);
        Keyed[] triples = Sorted(_grams[2].Where(gram => places.ContainsKey(gram[..2]))
            .Select(gram => new Keyed(LetterGrams.TripleKey((uint)places[gram[..2]], ids.Of(gram[2])), gram)));

        string?[] both = [.. single, .. pairs.Select(pair => pair.Gram)];
        foreach (string? gram in both.Concat(triples.Select(triple => triple.Gram))) { Row(gram, 0); }
        int[] heads = [.. both.Select(gram => Link(gram, LetterFeatures.Head))];
        int[] tails = [.. both.Select(gram => Link(gram, LetterFeatures.Tail))];
        return (new LetterGramTables(punctuation, characters, Keys(pairs), Keys(triples), heads, tails), _features);
    }

    /// <summary>Notes every run of characters the machine knows.</summary>
    private void Collect(string text)
    {
        char[] buffer = new char[text.Length];
        ReadOnlySpan<char> folded = buffer.AsSpan(0, LetterFold.Fold(text, buffer, punctuation));
        for (int start = 0; start < folded.Length; start++)
        {
            for (int length = 1; length <= _grams.Length && start + length <= folded.Length; length++)
            {
                ReadOnlySpan<char> gram = folded.Slice(start, length);
                int feature = vocabulary.Find(NGrams.Key(gram));
                if (feature >= 0 && !_seen[feature])
                {
                    _seen[feature] = true;
                    _grams[length - 1].Add(gram.ToString());
                }
            }
        }
    }

    private int Row(string? gram, uint salt)
    {
        _features.Add(gram is null ? -1 : vocabulary.Find(NGrams.Key(gram, salt)));
        return _features.Count - 1;
    }

    private int Link(string? gram, uint salt) => gram is not null && vocabulary.Find(NGrams.Key(gram, salt)) >= 0 ? Row(gram, salt) : 0;

    private static Keyed[] Sorted(IEnumerable<Keyed> grams) => [.. grams.DistinctBy(gram => gram.Key).OrderBy(gram => gram.Key)];

    private static uint[] Keys(Keyed[] grams) => Array.ConvertAll(grams, gram => gram.Key);

    private readonly record struct Keyed(uint Key, string Gram);
}
