using Knowledge;

namespace Tests.Knowledge;

/// <summary>What an admin does to passages stands in the document as comments: they cut, join, switch off and ask, and are never said.</summary>
public sealed class PassageMarkTests
{
    [Fact]
    public void Cut_and_joined_where_the_marks_stand()
    {
        Chunk[] chunks = Cut("""
            # 津贴
            八十岁起可领。

            <!-- 分开 -->

            每月一百元。
            ## 材料
            身份证。

            <!-- 合并 -->
            ## 地点
            三号窗口。
            """);

        chunks.Select(chunk => chunk.Section).ShouldBe(["津贴", "津贴", "津贴 › 材料"]);
        chunks[1].Text.ShouldBe("每月一百元。");
        chunks[2].Text.ShouldStartWith("身份证。");
        chunks[2].Text.ShouldEndWith("## 地点\n三号窗口。");
    }

    [Fact]
    public void Switched_off_and_asked_in_other_words()
    {
        Chunk[] chunks = Cut("""
            ## 老年证怎么办
            <!-- 也这样问：办老年证要什么｜ 老年卡去哪办|办老年证要什么 -->
            带身份证到三号窗口。

            <!-- 停用 -->
            原来在五号窗口。

            <!-- 分开 -->
            工作日受理。
            """);

        chunks.Select(chunk => chunk.Enabled).ShouldBe([true, false, true]);
        chunks[0].Questions.ShouldBe(["办老年证要什么", "老年卡去哪办"]);
        chunks.ShouldAllBe(chunk => chunk.Questions.Count == 0 || chunk == chunks[0]);
        chunks.ShouldAllBe(chunk => !chunk.Text.Contains("<!--"));
    }

    [Theory]
    [InlineData("甲<!-- 一句 -->乙")]
    [InlineData("甲\n<!-- 多\n行 -->\n乙")]
    [InlineData("甲 <!-- 停用 -->\n乙")]
    public void No_comment_is_part_of_a_passage_or_joins_what_it_parts(string body)
    {
        Document document = new("d", new DocumentHeader("题"), body);
        Chunk chunk = new HeadingChunker().Cut(document).ShouldHaveSingleItem();

        chunk.Text.ShouldNotContain("--");
        chunk.Text.ShouldNotContain("甲乙");
        chunk.Enabled.ShouldBeTrue();
        document.Text.Length.ShouldBe(body.Length);
        document.Text.ShouldContain(chunk.Text);
    }

    [Fact]
    public void What_is_never_closed_is_text() => Cut("甲\n<!-- 停用\n乙").ShouldHaveSingleItem().Text.ShouldBe("甲\n<!-- 停用\n乙");

    private static Chunk[] Cut(string body) => [.. new HeadingChunker().Cut(new Document("d", new DocumentHeader("题"), body.ReplaceLineEndings("\n")))];
}
