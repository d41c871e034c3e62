using Knowledge.Search;

namespace Knowledge.Stores.Embedded;

/// <summary>Keeps the best of many passages; of equal ones those that were offered first.</summary>
internal sealed class NearestPassages(int limit)
{
    private readonly PriorityQueue<NearPassage, (double Score, int Order)> _best = new(limit + 1);
    private int _offered;

    /// <summary>Whether a passage of that score would be kept.</summary>
    public bool Takes(double score) => _best.Count < limit || (_best.TryPeek(out NearPassage least, out _) && score > least.Score);

    public void Offer(IndexedDocument document, int number, double score)
    {
        if (!Takes(score)) { return; }
        _best.Enqueue(new NearPassage(document, number, score), (score, -_offered++));
        if (_best.Count > limit) { _best.Dequeue(); }
    }

    /// <summary>Best first; empties it.</summary>
    public List<NearPassage> Take()
    {
        List<NearPassage> found = new(_best.Count);
        while (_best.TryDequeue(out NearPassage near, out _)) { found.Add(near); }
        found.Reverse();
        return found;
    }
}
