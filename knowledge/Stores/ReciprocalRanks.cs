namespace Knowledge.Stores;

/// <summary>
/// Joins rankings whose scores cannot be compared: each gives 1 / (rank + 2), ranks counted from 0, and the sums rank again.
/// The same formula and constant as on the server that may stand in the place of the embedded index, so that both agree.
/// </summary>
internal static class ReciprocalRanks
{
    private const int K = 2;

    public static double Of(int rank) => 1.0 / (rank + K);

    /// <summary>Best first; of equal sums the one that stood in an earlier ranking, and there before the other.</summary>
    public static List<(T Item, double Score)> Fuse<T>(params IReadOnlyList<IReadOnlyList<T>> rankings)
        where T : notnull
    {
        OrderedDictionary<T, double> sums = [];
        foreach (IReadOnlyList<T> ranking in rankings)
        {
            for (int rank = 0; rank < ranking.Count; rank++)
            {
                sums[ranking[rank]] = sums.GetValueOrDefault(ranking[rank]) + Of(rank);
            }
        }
        return [.. sums.Select(sum => (sum.Key, sum.Value)).OrderByDescending(sum => sum.Value)];
    }
}
