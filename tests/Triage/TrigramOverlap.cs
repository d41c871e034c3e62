namespace Tests.Triage;

/// <summary>Finds how much of a text's character trigrams any one of a set of texts contains.</summary>
internal sealed class TrigramOverlap
{
    private readonly Dictionary<string, List<int>> _texts = [];

    public TrigramOverlap(IEnumerable<string> texts)
    {
        foreach ((int number, string text) in texts.Index())
        {
            foreach (string trigram in Trigrams(text))
            {
                if (!_texts.TryGetValue(trigram, out List<int>? numbers))
                {
                    _texts[trigram] = numbers = [];
                }
                numbers.Add(number);
            }
        }
    }

    public double GreatestShare(string text, int except = -1)
    {
        HashSet<string> trigrams = Trigrams(text);
        int most = trigrams.SelectMany(t => _texts.GetValueOrDefault(t) ?? [])
            .Where(number => number != except)
            .CountBy(number => number)
            .Select(shared => shared.Value)
            .DefaultIfEmpty()
            .Max();
        return trigrams.Count == 0 ? 0 : (double)most / trigrams.Count;
    }

    private static HashSet<string> Trigrams(string text) =>
        [.. Enumerable.Range(0, Math.Max(0, text.Length - 2)).Select(i => text.Substring(i, 3))];
}
