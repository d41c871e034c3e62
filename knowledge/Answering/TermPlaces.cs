namespace Knowledge.Answering;

/// <summary>Where a question's terms stand in one text: it is read once, however many of its parts are looked at.</summary>
internal sealed class TermPlaces
{
    private readonly List<(int Start, int End, int Term)> _places = [];
    private TermSet _all;

    public TermSet All => _all;

    public void Add(int start, int length, int term)
    {
        _places.Add((start, start + length, term));
        _all.Add(term);
    }

    /// <summary>Those that stand in that part as a whole.</summary>
    public TermSet Within(int start, int end)
    {
        TermSet found = default;
        foreach ((int from, int to, int term) in _places)
        {
            if (from >= start && to <= end) { found.Add(term); }
        }
        return found;
    }
}
