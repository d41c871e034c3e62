using Knowledge;

namespace Tests.Knowledge;

public sealed class MarkdownReaderTests
{
    private const string Notice = """
        ---
        title: 电动自行车集中充电管理办法
        issuer: 桂花社区居委会
        effective: 2026-03-01
        expires: 2027-02-28
        audience: 全体居民
        contact: "网格服务站 8800"
        tags: [消防, 充电]
        ---
        # 充电
        请到车棚充电。
        """;

    [Fact]
    public void The_header_is_read_and_kept_out_of_the_text()
    {
        Document document = MarkdownReader.Read("rules/charging", Notice).Document.ShouldNotBeNull();

        document.Header.ShouldBe(new DocumentHeader(
            "电动自行车集中充电管理办法", "桂花社区居委会", new DateOnly(2026, 3, 1), new DateOnly(2027, 2, 28), null, "全体居民", "网格服务站 8800"));
        document.Body.ShouldStartWith("# 充电");
    }

    [Theory]
    [InlineData("前言\n\n## 怎样办**居住证**\n内容", "怎样办居住证")]
    [InlineData("没有标题的一段话", "certificates")]
    [InlineData("---\n\n不是表头", "certificates")]
    [InlineData("---\n---\n# 空表头", "空表头")]
    [InlineData("", "certificates")]
    public void Without_a_header_the_first_heading_or_the_name_is_the_title(string text, string title)
    {
        Document document = MarkdownReader.Read("certificates", text).Document.ShouldNotBeNull();

        document.Header.ShouldBe(new DocumentHeader(title));
    }

    [Theory]
    [InlineData("---\neffective: 三月一日\n---\n", "effective")]
    [InlineData("---\ntitle: \"没有收尾\n---\n", "line 2")]
    [InlineData("---\n- 一项\n---\n", "line 2")]
    public void A_bad_header_is_a_result_and_no_exception(string text, string named)
    {
        ReadResult result = MarkdownReader.Read("broken", text);

        result.Document.ShouldBeNull();
        result.Problem.ShouldNotBeNull().ShouldContain(named);
    }
}
