using Knowledge;
using Knowledge.Stores;

namespace Tests.Knowledge.Stores;

/// <summary>What every store does: the embedded one, and a server as the stub speaks for it, or a real one where there is one.</summary>
public sealed class StoreTests
{
    private const string Lift = "## 电梯\n\n电梯困人时按紧急呼叫键，等待救援。";
    private const string Parking = "## 停车\n\n访客停车每小时两元，封顶十元。";
    private const string Meals = "## 午餐\n\n老年食堂午餐十一点半开饭。";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => StoreRig.RealServer is null ? [StoreRig.Embedded, StoreRig.Stub] : [StoreRig.Embedded, StoreRig.Stub, StoreRig.Server];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Passages_are_found_by_their_words_best_first(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        await rig.PutAsync(StoreGiven.Document("lift", Lift), StoreGiven.Document("fees/parking", Parking + "\n\n## 停车处罚\n\n电梯口停车罚款五十元。"), StoreGiven.Document("meals", Meals));

        Candidates found = await rig.FindAsync("访客停车每小时多少钱");

        found.Passages[0].Passage.ShouldSatisfyAllConditions(
            best => best.Document.ShouldBe("fees/parking"), best => best.Headings.ShouldBe(["停车"]), best => best.Text.ShouldBe("访客停车每小时两元，封顶十元。"));
        found.Passages[0].Lexical.ShouldNotBeNull().Rank.ShouldBe(0);
        found.Passages[0].Dense.ShouldBeNull();
        found.Passages.Select(each => each.Score).ShouldBeInOrder(SortDirection.Descending);
        found.Passages[1].Passage.Headings.ShouldBe(["停车处罚"]);
        found.Documents.Select(stored => stored.Document.Name).ShouldContain("fees/parking");
        found.Documents.Single(stored => stored.Document.Name == "fees/parking").Document.Body.ShouldContain("罚款五十元");
        (await rig.NamesAsync("量子色动力学")).ShouldBeEmpty();
        (await rig.FindAsync("")).Passages.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_document_put_again_leaves_nothing_of_its_old_text(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        await rig.PutAsync(StoreGiven.Document("house", $"{Lift}\n\n{Parking}\n\n{Meals}"), StoreGiven.Document("other", "## 其他\n\n其他事项。"));
        string mark = rig.Store.Find("house")!.Mark;
        await rig.PutAsync(StoreGiven.Document("house", Meals.Replace("十一点半", "十二点", StringComparison.Ordinal)));

        (await rig.NamesAsync("访客停车")).ShouldBeEmpty();
        (await rig.FindAsync("午餐几点开饭")).Passages.ShouldHaveSingleItem().Passage.Text.ShouldContain("十二点");
        rig.Store.Find("house")!.Mark.ShouldNotBe(mark);
        (await rig.FindAsync("午餐")).Counts.ShouldSatisfyAllConditions(
            counts => counts.Documents.ShouldBe(2), counts => counts.Passages.ShouldBe(2), counts => counts.Terms["午餐"].ShouldBe(new TermCount(1, 1)));
        (await rig.FindAsync("访客")).Counts.Terms.Keys.ShouldNotContain("访客");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_removed_document_is_gone(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        await rig.PutAsync(StoreGiven.Document("lift", Lift), StoreGiven.Document("meals", Meals));
        await rig.Store.RemoveAsync(["lift", "never there"], Token);

        (await rig.NamesAsync("电梯困人")).ShouldBeEmpty();
        rig.Store.Names.ShouldBe(["meals"]);
        rig.Store.Find("lift").ShouldBeNull();
        (await rig.FindAsync("午餐")).Counts.ShouldSatisfyAllConditions(counts => counts.Documents.ShouldBe(1), counts => counts.Passages.ShouldBe(1));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_document_switched_off_takes_no_place(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        await rig.PutAsync(StoreGiven.Document("lift", Lift), StoreGiven.Document("lifts", "## 检修\n\n电梯每月检修一次。", enabled: false));
        (await rig.NamesAsync("电梯检修")).ShouldBe(["lift"]);
        await rig.Store.EnableAsync("lifts", true, Token);
        (await rig.NamesAsync("电梯检修", limit: 1)).ShouldBe(["lifts"]);
        await rig.Store.EnableAsync("lifts", false, Token);
        await rig.Store.EnableAsync("never there", false, Token);
        (await rig.NamesAsync("电梯检修", limit: 1)).ShouldBe(["lift"]);
        rig.Store.Find("lifts").ShouldNotBeNull().Enabled.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_passage_switched_off_is_found_by_nothing_and_similar_questions_find_theirs(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind, dense: true);
        await rig.PutAsync(StoreGiven.Document("house", $"<!-- 停用 -->\n{Lift}\n\n<!-- 也这样问：车位费｜临停 -->\n{Parking}"));
        await rig.EmbedAsync(_ => [1, 0, 0, 0]);

        (await rig.NamesAsync("电梯困人")).ShouldBeEmpty();
        (await rig.FindAsync("临停")).Passages.ShouldHaveSingleItem().Passage.Headings.ShouldBe(["停车"]);
        (await rig.FindAsync("", vector: [1, 0, 0, 0])).Passages.ShouldHaveSingleItem().Passage.Headings.ShouldBe(["停车"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Only_what_holds_on_the_day_is_found(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        await rig.PutAsync(
            StoreGiven.Document("old", Parking).With(header => header with { Expires = StoreGiven.On("2026-06-30") }),
            StoreGiven.Document("new", Parking).With(header => header with { Effective = StoreGiven.On("2026-07-01") }));

        (await rig.NamesAsync("访客停车", Filter("2026-06-30"))).ShouldBe(["old"]);
        (await rig.NamesAsync("访客停车", Filter("2026-07-01"), limit: 1)).ShouldBe(["new"]);
        await rig.PutAsync(StoreGiven.Document("new", Parking).With(header => header with { Effective = StoreGiven.On("2027-01-01"), Expires = StoreGiven.On("2026-12-31") }));
        (await rig.NamesAsync("访客停车")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_replaced_document_holds_until_its_successor_does(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        await rig.PutAsync(StoreGiven.Document("fees/old", Parking).With(header => header with { SupersededBy = "new.md" }));
        (await rig.NamesAsync("访客停车")).ShouldBeEmpty("the successor is not known");

        await rig.PutAsync(Successor("2026-08-01"));
        (await rig.NamesAsync("访客停车", Filter("2026-07-31"))).ShouldBe(["fees/old"]);
        (await rig.NamesAsync("访客停车", Filter("2026-08-01"))).ShouldBe(["fees/new"]);

        await rig.PutAsync(Successor("2026-09-01"));
        (await rig.NamesAsync("访客停车", Filter("2026-08-31"))).ShouldBe(["fees/old"]);
        await rig.PutAsync(Successor(null));
        (await rig.NamesAsync("访客停车", Filter("2026-07-01"))).ShouldBe(["fees/new"]);
        await rig.PutAsync(Successor("2026-08-01"));
        await rig.Store.RemoveAsync(["fees/new"], Token);
        (await rig.NamesAsync("访客停车", Filter("2026-07-01"))).ShouldBeEmpty("the successor is gone");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_document_for_single_grids_is_found_for_their_people(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        await rig.PutAsync(
            StoreGiven.Document("for-all", Parking),
            StoreGiven.Document("for-one", Parking).With(header => header with { Grids = ["第一网格", "锦绣苑"] }));

        (await rig.NamesAsync("访客停车", new StoreFilter(StoreGiven.Day, ["锦绣苑"]))).ShouldBe(["for-all", "for-one"], ignoreOrder: true);
        (await rig.NamesAsync("访客停车", new StoreFilter(StoreGiven.Day, ["第二网格"]))).ShouldBe(["for-all"]);
        (await rig.NamesAsync("访客停车", new StoreFilter(StoreGiven.Day, []))).ShouldBe(["for-all"]);
        (await rig.NamesAsync("访客停车", new StoreFilter(StoreGiven.Day))).ShouldBe(["for-all", "for-one"], ignoreOrder: true);
        (await rig.FindAsync("访客停车", new StoreFilter(StoreGiven.Day, ["锦绣苑"]))).Documents.Single(stored => stored.Document.Name == "for-one").Document.Header.Grids
            .ShouldBe(["第一网格", "锦绣苑"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Everything_is_there_after_a_restart(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        StoredDocument replaced = StoreGiven.Document("old", Parking).With(header => header with
        {
            SupersededBy = "new",
            Issuer = "社区居委会",
            Effective = StoreGiven.On("2026-01-01"),
            Audience = "全体业主",
            Contact = "李芳 \"物业\" 8812",
        });
        await rig.PutAsync(replaced, StoreGiven.Document("new", Parking).With(header => header with { Effective = StoreGiven.On("2026-08-01") }), StoreGiven.Document("off", Lift, enabled: false));
        (string, StoreEntry?)[] before = [.. rig.Store.Names.Order().Select(name => (name, rig.Store.Find(name)))];
        CorpusCounts counted = (await rig.FindAsync("访客停车")).Counts;

        await rig.ReopenAsync();

        rig.Store.Names.Order().Select(name => (name, rig.Store.Find(name))).ShouldBe(before);
        rig.Store.Find("old")!.Mark.ShouldBe(StoreEntry.MarkOf(replaced));
        Candidates found = await rig.FindAsync("访客停车");
        found.Documents.ShouldHaveSingleItem().Document.Header.ShouldBe(replaced.Document.Header);
        found.Counts.Terms.ShouldBe(counted.Terms, ignoreOrder: true);
        (found.Counts with { Terms = counted.Terms }).ShouldBe(counted);
        await rig.Store.EnableAsync("off", true, Token);
        (await rig.NamesAsync("电梯困人")).ShouldBe(["off"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Many_documents_come_in_batches_with_progress(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        StoredDocument[] many = [.. Enumerable.Range(0, 330).Select(i => StoreGiven.Document($"doc/{i}", $"## 第{i}条\n\n事项{i}：到{i}号窗口办理。\n\n## 附则\n\n附则{i}。"))];
        List<StoreProgress> heard = [];
        await rig.Store.PutAsync(many, new Listener(heard), Token);

        heard.Count.ShouldBeGreaterThan(1);
        heard.Select(each => each.Done).ShouldBeInOrder();
        heard[^1].ShouldBe(new StoreProgress(330, 330));
        rig.Store.Names.Count.ShouldBe(330);
        (await rig.FindAsync("事项217", limit: 5)).Passages[0].Passage.Document.ShouldBe("doc/217");
        await rig.Store.RemoveAsync([.. many.Select(each => each.Document.Name)], Token);
        (await rig.NamesAsync("事项217")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_broken_off_is_completed_by_the_same_call(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        using CancellationTokenSource stop = new();
        StoredDocument[] many = [.. Enumerable.Range(0, 450).Select(i => StoreGiven.Document($"doc/{i}", $"## 第{i}条\n\n事项{i}。"))];
        await Should.ThrowAsync<OperationCanceledException>(rig.Store.PutAsync(many, new Stopper(stop), stop.Token));
        rig.Store.Names.Count.ShouldBeInRange(1, 449);

        await rig.Store.PutAsync(many, progress: null, Token);

        rig.Store.Names.Count.ShouldBe(450);
        (await rig.FindAsync("第一条")).Counts.Passages.ShouldBe(450);
    }

    private static StoreFilter Filter(string day) => new(StoreGiven.On(day));

    private static StoredDocument Successor(string? effective) =>
        StoreGiven.Document("fees/new", Parking).With(header => header with { Effective = effective is null ? null : StoreGiven.On(effective) });

    private sealed class Listener(List<StoreProgress> heard) : IProgress<StoreProgress>
    {
        public void Report(StoreProgress value) => heard.Add(value);
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<StoreProgress>
    {
        public void Report(StoreProgress value) => stop.Cancel();
    }
}
