using Knowledge;
using Knowledge.Stores.Embedded;
using Tests.Support;

namespace Tests.Knowledge;

public sealed class HitTestTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public async Task What_may_not_answer_is_shown_with_the_reason()
    {
        using TempFolder folder = new();
        using KnowledgeBase knowledge = KnowledgeBase.Open(folder.Path);
        Put("now", new DocumentHeader("停车收费"));
        Put("old", new DocumentHeader("停车收费", Expires: Day.AddDays(-1)));
        Put("next", new DocumentHeader("停车收费", Effective: Day.AddDays(1)));
        Put("replaced", new DocumentHeader("停车收费", SupersededBy: "now"));
        Put("off", new DocumentHeader("停车收费"));
        knowledge.SetEnabled("off", false);

        HitTest test = await TestAsync(knowledge, "停车多少钱");

        test.Answer.Documents.ShouldHaveSingleItem().Document.ShouldBe("now");
        test.Hits.ToDictionary(hit => hit.Document, hit => hit.Standing).ShouldBe(new Dictionary<string, DocumentStanding>
        {
            ["now"] = DocumentStanding.Holds,
            ["old"] = DocumentStanding.Expired,
            ["next"] = DocumentStanding.NotYetInForce,
            ["replaced"] = DocumentStanding.Replaced,
            ["off"] = DocumentStanding.Disabled,
        }, ignoreOrder: true);

        void Put(string name, DocumentHeader header) => knowledge.Put(new Document(name, header, "# 停车收费\n\n## 临时停车\n\n每小时5元。\n\n## 月租\n\n每月300元。"));
    }

    [Fact]
    public async Task Words_and_passages_that_were_found_are_named()
    {
        using TempFolder folder = new();
        using KnowledgeBase knowledge = KnowledgeBase.Open(folder.Path);
        knowledge.Put(new Document("parking", new DocumentHeader("停车收费"), "# 停车收费\n\n## 临时停车\n\n每小时5元。\n\n## 月租\n\n每月300元。"));

        Hit hit = (await TestAsync(knowledge, "月租停车几钿")).Hits.ShouldHaveSingleItem();

        hit.Matched.ShouldBe(["月租停车几钿"]);
        (hit.Passages[0].Number, hit.Passages[0].Section).ShouldBe((1, "停车收费 › 月租"));
        hit.Passages[0].Score.ShouldBeInRange(hit.Passages[1].Score, 1);
    }

    internal static Task<HitTest> TestAsync(KnowledgeBase knowledge, string question, params string[]? grids) =>
        new ReferenceDesk(knowledge, new EmbeddedStore(knowledge)).TestAsync(question, Day, grids is { Length: > 0 } ? grids : null, TestContext.Current.CancellationToken);
}
