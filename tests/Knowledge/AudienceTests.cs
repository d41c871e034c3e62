using Knowledge;
using Tests.Support;

namespace Tests.Knowledge;

/// <summary>A document for some grids answers nobody else, and is found by the others before it takes a rank.</summary>
public sealed class AudienceTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Fact]
    public async Task Who_asks_decides_which_document_answers()
    {
        using TempFolder folder = new();
        using KnowledgeBase knowledge = KnowledgeBase.Open(folder.Path);
        knowledge.Put(Read("here", "---\ntitle: 梧桐里停车收费\ngrids: [第三网格, 梧桐里]\n---\n地面车位每月150元。"));
        knowledge.Put(Read("there", "---\ntitle: 春和苑停车收费\ngrids: 春和苑\n---\n地面车位每月200元。"));

        Quote(knowledge, ["第三网格"]).ShouldBe("地面车位每月150元。");
        Quote(knowledge, ["第一网格", "春和苑"]).ShouldBe("地面车位每月200元。");
        Quote(knowledge, []).ShouldBeNull();
        knowledge.Ask("地面车位每月多少钱", Day).Documents.Count.ShouldBe(2);
        (await HitTestTests.TestAsync(knowledge, "地面车位每月多少钱", "春和苑")).Hits.Single(hit => hit.Document == "here").Standing.ShouldBe(DocumentStanding.ForOthers);
    }

    [Fact]
    public void The_grids_are_kept()
    {
        using TempFolder folder = new();
        using (KnowledgeBase first = KnowledgeBase.Open(folder.Path)) { first.Put(Read("here", "---\ngrids: 第三网格、梧桐里\n---\n字")); }
        using KnowledgeBase second = KnowledgeBase.Open(folder.Path);

        second.Find("here").ShouldBe(new StoredDocument(Read("here", "---\ngrids: [第三网格, 梧桐里]\n---\n字"), true, null));
    }

    private static string? Quote(KnowledgeBase knowledge, string[] grids) => knowledge.Ask("地面车位每月多少钱", Day, grids).Best?.Quote;

    private static Document Read(string name, string text) => MarkdownReader.Read(name, text).Document.ShouldNotBeNull();
}
