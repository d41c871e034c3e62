using Bot.Triage.Classifier;

namespace Tests.Triage.Classifier;

public sealed class VocabularyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(50_000)]
    public void Every_key_is_found_at_its_place_and_no_other(int count)
    {
        Random random = new(count);
        uint[] keys = [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(1L << 32)).Distinct().Order()];
        Vocabulary vocabulary = new(keys, new float[keys.Length]);

        for (int i = 0; i < keys.Length; i++) { vocabulary.Find(keys[i]).ShouldBe(i); }
        HashSet<uint> known = [.. keys];
        foreach (uint key in Enumerable.Range(0, 1000).Select(_ => (uint)random.NextInt64(1L << 32)).Where(key => !known.Contains(key)))
        {
            vocabulary.Find(key).ShouldBe(-1);
        }
    }

    [Fact]
    public void Keys_that_crowd_at_one_end_are_found_too()
    {
        uint[] keys = [0, .. Enumerable.Range(0, 100).Select(i => 7u + (uint)i), uint.MaxValue];
        Vocabulary vocabulary = new(keys, new float[keys.Length]);

        keys.Select(vocabulary.Find).ShouldBe(Enumerable.Range(0, keys.Length));
        vocabulary.Find(3).ShouldBe(-1);
        vocabulary.Find(200).ShouldBe(-1);
    }

    [Fact]
    public void Nothing_is_found_in_the_padding() => new Vocabulary([5], [1]).Find(0).ShouldBe(-1);
}
