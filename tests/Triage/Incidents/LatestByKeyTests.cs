using Bot.Triage.Incidents;

namespace Tests.Triage.Incidents;

public sealed class LatestByKeyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Holds_the_latest_of_each_key_whatever_happened_before(int seed)
    {
        Random random = new(seed);
        LatestByKey latest = new();
        Dictionary<ulong, List<int>> oracle = [];
        int[] buffer = new int[LatestByKey.Kept];
        for (int step = 0; step < 20_000; step++)
        {
            ulong key = (ulong)random.Next(6);
            int ticket = random.Next(1, 200);
            List<int> known = oracle.TryGetValue(key, out List<int>? list) ? list : oracle[key] = [];
            known.Remove(ticket);
            if (random.Next(3) == 0)
            {
                latest.Remove(key, ticket);
            }
            else
            {
                latest.Add(key, ticket);
                known.Add(ticket);
                known.RemoveRange(0, Math.Max(0, known.Count - LatestByKey.Kept));
            }

            latest.Of(key, buffer).ToArray().ShouldBe(Enumerable.Reverse(known));
        }
    }
}
