using Knowledge;
using Knowledge.Answering;
using Tests.Support;

namespace Tests.Knowledge;

/// <summary>Numbered rules are cut and cited as people name them.</summary>
public sealed class ClauseTests
{
    private const string Rules = """
        小区停车管理办法
        第一章 总则
        第一条 为了停车有序，依据业主大会决议，制定本办法。
        第二条 本办法适用于春和苑。
        违反前款及
        第一条规定的，由物业劝离。
        第二章 收费
        第三条 收费标准
        （一）地面车位每月一百五十元；
        （二）地下车位每月三百元。
        """;

    [Fact]
    public void Chapters_and_clauses_are_headings() => Cut(Rules).Select(chunk => chunk.Section).ShouldBe(
        ["", "第一章 总则 › 第一条", "第一章 总则 › 第二条", "第二章 收费 › 第三条 收费标准"]);

    [Fact]
    public void A_line_that_goes_on_with_a_sentence_is_no_clause() =>
        Cut(Rules)[2].Text.ShouldEndWith("第一条规定的，由物业劝离。");

    [Fact]
    public void Titles_head_what_follows_and_lists_stay_together()
    {
        Chunk[] chunks = Cut("""
            一、申请条件
            年满八十周岁。
            二、所需材料
            （一）身份证
            （二）户口簿
            三、办理时间
            （一）上午
            八点半到十一点半。
            """);

        chunks.Select(chunk => chunk.Section).ShouldBe(["一、申请条件", "二、所需材料", "三、办理时间 › （一）上午"]);
        chunks[1].Text.ShouldBe("（一）身份证\n（二）户口簿");
    }

    [Fact]
    public void Nothing_that_is_said_is_lost() =>
        string.Concat(Cut("一、身份证\n二、户口簿\n三、照片\n请带齐。\n第一节 语文\n第二节 数学").Select(chunk => chunk.Text + "\n"))
            .ShouldBe("一、身份证\n二、户口簿\n三、照片\n请带齐。\n第一节 语文\n第二节 数学\n");

    [Fact]
    public void A_long_clause_is_cut_between_its_items_and_each_piece_cites_it()
    {
        string item = new string('长', 180) + "；\n";
        Chunk[] chunks = Cut($"第十二条 有下列情形的：\n（一）{item}（二）{item}（三）{item}（四）{item}");

        chunks.Length.ShouldBeGreaterThan(1);
        chunks.Select(chunk => chunk.Section).Distinct().ShouldHaveSingleItem().ShouldBe("第十二条");
        chunks.Skip(1).ShouldAllBe(chunk => chunk.Text.StartsWith('（'));
    }

    [Fact]
    public void The_clause_is_cited()
    {
        using TempFolder folder = new();
        using KnowledgeBase knowledge = KnowledgeBase.Open(folder.Path);
        knowledge.Put(new Document("parking", new DocumentHeader("停车管理办法"), Rules.ReplaceLineEndings("\n")));

        Citation cited = knowledge.Ask("地下车位每月多少钱", new DateOnly(2026, 11, 21)).Best.ShouldNotBeNull();

        cited.Quote.ShouldContain("三百元");
        cited.Clause.ShouldBe("第三条");
    }

    [Theory]
    [InlineData("停车要登记。", "第1条")]
    [InlineData("每月150元", "第2条")]
    [InlineData("违反第1条的，劝离。", "第三条")]
    [InlineData("这里没有的话", "第1条")]
    public void Of_clauses_that_were_joined_the_one_is_named_in_which_the_quote_stands(string quote, string clause)
    {
        Document document = new("d", new DocumentHeader("题"), "## 第1条 登记\n\n停车要登记。\n\n## 第 2 条 收费\n\n每月150元。\n第三条 违反第1条的，劝离。\n第1条规定的除外。\n");
        Document joined = PassageEditor.Join(PassageEditor.Join(document, 0)!, 0) ?? PassageEditor.Join(document, 0)!;
        Chunk passage = new HeadingChunker().Cut(joined).First();
        passage.Text.ShouldContain("第三条");
        Clauses.Of(passage, quote).ShouldBe(clause);
    }

    private static Chunk[] Cut(string body) => [.. new HeadingChunker().Cut(new Document("d", new DocumentHeader("题"), body.ReplaceLineEndings("\n")))];
}
