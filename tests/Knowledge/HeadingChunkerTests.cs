using Knowledge;

namespace Tests.Knowledge;

public sealed class HeadingChunkerTests
{
    private const string Body = """
        开头的话。

        # 高龄津贴
        八十岁起可领。

        ## 所需材料
        - 身份证
        - 银行卡

        | 年龄 | 金额 |
        | --- | --- |
        | 80 | 100 |

        ```
        # 不是标题
        ```

        # 老年证
        带一张照片。
        """;

    [Fact]
    public void A_passage_carries_the_headings_it_stands_under() =>
        Cut(Body).Select(chunk => chunk.Section).ShouldBe(["", "高龄津贴", "高龄津贴 › 所需材料", "老年证"]);

    [Fact]
    public void A_passage_is_a_piece_of_the_text() =>
        Cut(Body, longest: 20).ShouldAllBe(chunk => Body.Contains(chunk.Text, StringComparison.Ordinal));

    [Fact]
    public void A_long_section_is_cut_between_blocks_under_the_same_headings()
    {
        Chunk[] chunks = [.. Cut(Body, longest: 20).Where(chunk => chunk.Headings is [_, "所需材料"])];

        chunks.Length.ShouldBe(3);
        chunks[0].Text.ShouldEndWith("- 银行卡");
        chunks[1].Text.ShouldContain("| 80 | 100 |");
        chunks[2].Text.ShouldContain("# 不是标题");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# 只有标题")]
    public void Nothing_said_is_no_passage(string body) => Cut(body).ShouldBeEmpty();

    private static IReadOnlyList<Chunk> Cut(string body, int longest = 600) =>
        [.. new HeadingChunker(longest).Cut(new Document("benefits", new DocumentHeader("津贴"), body))];
}
