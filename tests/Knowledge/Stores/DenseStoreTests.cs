using Knowledge.Stores;

namespace Tests.Knowledge.Stores;

/// <summary>Searches by meaning and both together, the same on every store.</summary>
public sealed class DenseStoreTests
{
    private static readonly float[] Near = [0.8f, 0.6f, 0, 0];
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // 猫 is what nobody asks in words; the made-up model knows what is meant
    private static readonly (string Name, string Text, float[] Vector)[] Given =
    [
        ("a", "楼道里不得饲养大型犬。", [1, 0, 0, 0]),
        ("b", "猫应当拴绳。", [0.8f, 0.6f, 0, 0]),
        ("c", "遛狗时间为早晚。", [0, 1, 0, 0]),
        ("d", "垃圾分四类投放。", [0, 0, 1, 0]),
    ];

    public static TheoryData<string> Kinds => StoreTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Passages_are_found_by_their_meaning(string kind)
    {
        await using StoreRig rig = await GivenAsync(kind);
        rig.Store.WithoutVector.ShouldBe(4);
        await rig.EmbedAsync(VectorOf);
        rig.Store.WithoutVector.ShouldBe(0);

        Candidates found = await rig.FindAsync("", vector: Near, limit: 3);

        found.Passages.Select(each => each.Passage.Document).ShouldBe(["b", "a", "c"]);
        found.Passages.Select(each => each.Dense.ShouldNotBeNull().Rank).ShouldBe([0, 1, 2]);
        found.Passages[0].Dense!.Value.Score.ShouldBe(1, 1e-5);
        found.Passages[1].Score.ShouldBe(0.8, 1e-5);
        found.Passages.ShouldAllBe(each => each.Lexical == null);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Both_rankings_are_joined_by_reciprocal_ranks(string kind)
    {
        await using StoreRig rig = await GivenAsync(kind);
        await rig.EmbedAsync(VectorOf);

        Candidates found = await rig.FindAsync("遛狗时间", vector: Near);

        found.Passages.ShouldContain(each => each.Passage.Document == "c" && each.Lexical != null && each.Dense != null);
        foreach (Candidate each in found.Passages)
        {
            each.Score.ShouldBe((each.Lexical is { } words ? 1.0 / (words.Rank + 2) : 0) + (each.Dense is { } meaning ? 1.0 / (meaning.Rank + 2) : 0), 1e-5);
        }
        found.Passages.Select(each => each.Passage.Document).Take(2).ShouldBe(["c", "b"]);
        found.Passages.Select(each => each.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Filters_hold_for_meaning_too(string kind)
    {
        await using StoreRig rig = await GivenAsync(kind);
        await rig.EmbedAsync(VectorOf);
        await rig.Store.EnableAsync("b", false, Token);
        (await rig.FindAsync("", vector: Near, limit: 1)).Passages.ShouldHaveSingleItem().Passage.Document.ShouldBe("a");
        await rig.Store.EnableAsync("b", true, Token);
        rig.Store.WithoutVector.ShouldBe(0, "switched off and on, it keeps its vectors");
        (await rig.FindAsync("楼道", vector: Near, limit: 1)).Passages.ShouldHaveSingleItem().Passage.Document.ShouldBe("a");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_new_text_waits_for_a_vector_of_its_own(string kind)
    {
        await using StoreRig rig = await GivenAsync(kind);
        await rig.EmbedAsync(VectorOf);
        await rig.PutAsync(StoreGiven.Document("b", "猫与狗都应当拴绳。"));

        rig.Store.WithoutVector.ShouldBe(1);
        (await rig.FindAsync("", vector: Near)).Passages.Select(each => each.Passage.Document).ShouldNotContain("b");
        List<string> asked = [];
        await rig.EmbedAsync(text =>
        {
            asked.Add(text);
            return Near;
        });
        asked.ShouldBe(["文件b\n猫与狗都应当拴绳。"]);
        (await rig.FindAsync("", vector: Near)).Passages[0].Passage.Document.ShouldBe("b");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_model_that_fails_leaves_the_search_by_words(string kind)
    {
        await using StoreRig rig = await GivenAsync(kind);
        await Should.ThrowAsync<TimeoutException>(rig.Store.EmbedAsync((_, _) => throw new TimeoutException(), progress: null, Token));
        rig.Store.WithoutVector.ShouldBe(4);
        (await rig.NamesAsync("垃圾投放")).ShouldBe(["d"]);
    }

    private static async Task<StoreRig> GivenAsync(string kind)
    {
        StoreRig rig = await StoreRig.OpenAsync(kind, dense: true);
        await rig.PutAsync([.. Given.Select(each => StoreGiven.Document(each.Name, each.Text))]);
        return rig;
    }

    private static float[] VectorOf(string passage) => Given.Single(each => passage.EndsWith(each.Text, StringComparison.Ordinal)).Vector;
}
