using System.Net;
using System.Text;
using Bot.Answers.Library;
using Bot.Grids.SignIn;
using Bot.Storage;
using Knowledge.Reading.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Knowledge.Reading;
using Tests.Sheets;
using Tests.Support;

namespace Tests.Console;

/// <summary>Bringing documents of all kinds: each file has its result, what was left out is said, and addresses lead only outside.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private readonly WebSite _site = new();
    private BotHost _host = null!;
    private HttpClient _admin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await BotHost.StartAsync(change: services => services.AddSingleton(new WebAccess
        {
            IsAllowed = end => end.Address.Equals(IPAddress.Loopback) && end.Port == _site.Port,
            Resolve = (host, _) => Task.FromResult<IPAddress[]>(host == "site.example" ? [IPAddress.Loopback] : [IPAddress.Parse("10.0.0.1")]),
        }));
        _admin = await _host.SignInAsync("管理员", Access.Admin);
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Good_and_bad_files_of_all_kinds_come_together()
    {
        (HttpStatusCode status, string page) = await UploadAsync(
            ("尊老金.docx", WordFiles.Of(WordFiles.Text("尊老金办理指南", "a3"), WordFiles.Text("怎么领", "2"), WordFiles.Text("满八十周岁可以领。"))),
            ("常见问题.csv", Encoding.UTF8.GetBytes("问题,相似问题,答案\n几点开门,什么时候开,早上7点\n空的,,\n")),
            ("收费.xlsx", Workbooks.Xlsx($"<row r=\"1\">{Workbooks.Cell("A1", "项目")}{Workbooks.Cell("B1", "标准")}</row><row r=\"2\">{Workbooks.Cell("A2", "停车")}{Workbooks.Cell("B2", "150元")}</row>")),
            ("炸弹.docx", Workbooks.Zip([("word/document.xml", new byte[90 * 1024 * 1024])])),
            ("照片.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0]),
            ("..\\..\\etc\\收费.txt", "又一份同名的。"u8.ToArray()),
            ("很大.pdf", new byte[21 * 1024 * 1024]));

        status.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("有4份没读出来");
        page.ShouldContain("<b>炸弹.docx</b>：展开后太大，不像正常的文件，没有打开。请用原来的软件另存一份再传。");
        page.ShouldContain("<b>照片.jpg</b>：是图片，读不出文字。请手工录入。");
        page.ShouldContain("<b>收费.txt</b>：和这次传的“收费.xlsx”同名，只收了那一份。请改个名字再传。");
        page.ShouldContain("<b>很大.pdf</b>：太大了");
        page.ShouldContain("href=\"/console/knowledge/write?title=%E7%82%B8%E5%BC%B9\"");
        page.ShouldContain("读出来3份");
        page.ShouldContain("1个问题没有写答案，没有收。");
        page.ShouldContain("也这样问：什么时候开");
        page.ShouldContain("<td data-label=\"标准\">150元</td>");
        (await NamesAsync()).ShouldBe(["尊老金", "常见问题", "收费"]);
        (await _admin.GetTextAsync("/console/knowledge/write?title=%E7%82%B8%E5%BC%B9")).ShouldContain("value=\"炸弹\"");
    }

    [Fact]
    public async Task A_scan_is_told_with_what_to_do()
    {
        Assert.SkipUnless(global::Knowledge.Reading.FileReader.ReadsPdf, "pdftotext is not installed");
        (HttpStatusCode status, string page) = await UploadAsync(("红头文件.pdf", PdfFiles.Of([], [])));
        status.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain("<b>红头文件.pdf</b>：这份PDF是扫描图，读不出文字。");
        page.ShouldContain(">手工录入<");
        page.ShouldContain(">换文件<");
        page.ShouldContain("id=\"files\"");
    }

    [Fact]
    public async Task Names_of_files_are_shown_as_text_and_cleaned()
    {
        (_, string page) = await UploadAsync(("<img src=x onerror=alert(1)>.doc", [0xD0, 0xCF, 0]), ("\u202Excod.甲.txt", "字。"u8.ToArray()));
        page.ShouldContain("<b>&lt;img src=x onerror=alert(1)&gt;.doc</b>");
        (await NamesAsync()).ShouldBe(["xcod.甲"]);
    }

    [Fact]
    public async Task More_than_a_post_may_hold_is_told()
    {
        (HttpStatusCode status, _) = await UploadAsync([.. Enumerable.Range(0, 4).Select(i => ($"{i}.pdf", new byte[19 * 1024 * 1024]))]);
        status.ShouldBe(HttpStatusCode.Redirect);
        (await _admin.GetTextAsync("/console/knowledge")).ShouldContain("一次最多60兆，这次选的一共76兆。请分几次传。");
    }

    [Fact]
    public async Task An_address_is_read_by_an_administrator_alone()
    {
        _site.Answer("/a.html", "<html><head><title>羽毛球场开放办法</title></head><body><h2>时间</h2><p>每天早上7点开。</p></body></html>");
        (await FetchAsync(_admin, _site.Address("/a.html"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await _admin.GetTextAsync("/console/knowledge/drafts")).ShouldContain("每天早上7点开");
        (await NamesAsync()).ShouldBe(["羽毛球场开放办法"]);

        HttpResponseMessage refused = await FetchAsync(_admin, $"http://inside.example:{_site.Port}/a.html");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Token));
        page.ShouldContain("没有读出来：这个网址通到内部网络，为了安全不读。请把网页存成文件再上传。");
        page.ShouldContain($"value=\"http://inside.example:{_site.Port}/a.html\"");

        using HttpClient worker = await _host.SignInAsync("陈秀兰", Access.Worker);
        (await worker.PostFormAsync("/console/knowledge", "/console/knowledge/web", ("address", _site.Address("/a.html")))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        _site.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_table_that_is_pasted_becomes_questions()
    {
        await _admin.PostFormAsync("/console/knowledge/write", "/console/knowledge/write", ("title", "问答"), ("text", "问题\t答案\r\n几点开门\t早上7点\r\n"));
        (await _admin.GetTextAsync("/console/knowledge/drafts")).ShouldContain("<h3>几点开门</h3>");
    }

    private static Task<HttpResponseMessage> FetchAsync(HttpClient client, string address) =>
        client.PostFormAsync("/console/knowledge/web", "/console/knowledge/web", ("address", address));

    private async Task<(HttpStatusCode Status, string Page)> UploadAsync(params (string Name, byte[] Content)[] files)
    {
        using HttpResponseMessage sent = await _admin.PostFilesAsync(Documents.Home, $"{Documents.Home}/upload", files);
        return (sent.StatusCode, Readable(await sent.Content.ReadAsStringAsync(Token)));
    }

    // Chinese signs stand as numbers in it
    private static string Readable(string html) => System.Text.RegularExpressions.Regex.Replace(html, "&#x[0-9A-F]+;", sign => WebUtility.HtmlDecode(sign.Value));

    private async Task<List<string>> NamesAsync()
    {
        await using BotDbContext db = await _host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await db.Set<ShelfDocument>().Where(row => row.State == ShelfState.Draft).OrderBy(row => row.Id).Select(row => row.Name).ToListAsync(Token);
    }
}
