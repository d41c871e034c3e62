using System.Text;
using Knowledge;
using Knowledge.Reading;

namespace Tests.Knowledge.Reading;

public sealed class PageFileTests
{
    private const string Page = """
        <!doctype html><html><head><meta name="ArticleTitle" content="停水通知"><meta name="SiteName" content="东篱街道"><title>停水通知_东篱街道</title>
        <style>p{}</style><script>var x="<p>脚本</p>";</script></head><body>
        <nav><a href="/">首页</a> <a href="/b">公开</a></nav>
        <h1>停水通知</h1>
        <h2>时间</h2><p>11月25日<b>上午9点</b>到
        下午3点。<br>请存水。</p>
        <ol start="2"><li>一号楼</li><li>二号楼<ul><li>东单元</li></ul></li></ol>
        <table><tr><th rowspan="2">片区</th><th colspan="2">时间</th></tr><tr><td>从</td><td>到</td></tr><tr><td>南区</td><td>9点</td><td>15点</td></tr></table>
        <ul><li><a href="/1">相关链接一</a></li></ul><p style="display: none">看不见的</p><img src="a.png"><iframe src="http://127.0.0.1/"></iframe>
        <footer>版权所有</footer></body></html>
        """;

    [Fact]
    public void The_text_of_a_page_is_read_without_its_menus()
    {
        ReadResult read = Files.Read("a.html", Page);

        Document document = read.Document.ShouldNotBeNull();
        document.Header.ShouldBe(new DocumentHeader("停水通知", "东篱街道"));
        document.Body.ShouldBe("""
            ## 时间

            11月25日上午9点到 下午3点。
            请存水。

            2. 一号楼
            3. 二号楼
              - 东单元

            | 片区 | 时间 | 时间 |
            | --- | --- | --- |
            | 片区 | 从 | 到 |
            | 南区 | 9点 | 15点 |

            """);
        read.Notes.Select(note => note.Kind).Order().ShouldBe([ReadNoteKind.Pictures, ReadNoteKind.HiddenText, ReadNoteKind.Links]);
    }

    [Fact]
    public void The_encoding_a_page_names_is_believed()
    {
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!;
        Files.Good("a.html", gbk.GetBytes("<html><head><meta charset=\"gb2312\"></head><body><p>停水通知</p></body></html>")).Body.ShouldBe("停水通知\n");
    }

    [Fact]
    public void A_page_under_another_name_is_read_as_what_it_is()
    {
        ReadResult read = Files.Read("a.xls", "<html><table><tr><td>项目</td><td>标准</td></tr><tr><td>停车</td><td>150</td></tr></table></html>");
        read.Document.ShouldNotBeNull().Body.ShouldContain("| 停车 | 150 |");
        read.Notes.ShouldHaveSingleItem().ShouldBe(new ReadNote(ReadNoteKind.OtherKind, 1, "Page"));
    }
}
