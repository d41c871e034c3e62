using System.Text;
using System.Text.RegularExpressions;
using Bot.Answers.Library;
using Bot.Grids.SignIn;
using Knowledge.Reading;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>Bringing documents on the smallest phone: PDF as a browser prints it, a scan, tables, and what differs between versions.</summary>
public sealed class SmallLibraryTests(BrowserRig rig) : IClassFixture<BrowserRig>
{
    private const string Home = "/console/knowledge";
    private const string Notice = """
        <html lang="zh-CN"><head><meta charset="utf-8"><style>body { font-family: 'Noto Serif CJK SC'; font-size: 12pt } td, th { border: 1px solid; padding: 4px }</style></head><body>
        <h1 style="text-align:center">春和社区室内活动室使用办法</h1><p style="text-align:center">（2026年10月修订）</p>
        <h2>第一章 总则</h2>
        <p>第一条 为方便居民开展文体活动，依据《春和社区公共用房管理规定》，结合本社区实际情况，制定本办法。活动室包括乒乓球室、舞蹈室、书画室和多功能厅，由社区居委会统一管理。</p>
        <p>第二条 活动室向本社区居民免费开放，外来人员由本社区居民陪同的可以使用，每次不超过三人。</p>
        <h2>第二章 开放时间</h2>
        <p>第三条 各室开放时间如下：</p>
        <table><tr><th>名称</th><th>开放时间</th><th>地点</th><th>每次最多</th></tr><tr><td>乒乓球室</td><td>每天8:00到20:00</td><td>服务中心二楼东侧</td><td>8人</td></tr><tr><td>舞蹈室</td><td>周一到周五18:30到20:30</td><td>服务中心三楼</td><td>30人</td></tr><tr><td>书画室</td><td>周六、周日9:00到16:00</td><td>服务中心二楼西侧</td><td>12人</td></tr></table>
        <p>第四条 预约请提前一天拨打社区电话8800，或到服务中心一号窗口登记，同一人每周预约不超过两次。</p>
        <h2 style="page-break-before:always">第三章 其他</h2>
        <p>第五条 使用活动室应当爱护设施，损坏的照价赔偿；禁止吸烟、赌博和其他影响他人的行为。</p>
        <ul><li>离开时请关灯、关窗、关空调。</li><li>垃圾请分类带走。</li></ul>
        </body></html>
        """;

    [Fact]
    public async Task Documents_are_brought_looked_at_and_compared_without_scrolling_sideways()
    {
        Chromium.SkipWithout();
        await rig.Host.Get<DocumentStore>().Settled.WaitAsync(TestContext.Current.CancellationToken);
        (byte[] printed, byte[] scan) = await PrintAsync();
        IPage admin = await rig.SignInAsync("管理员", Access.Admin, 320, 568);
        await UploadAsync(
            admin,
            ("春和社区室内活动室使用办法（2026年10月修订）正式稿.pdf", printed), ("红头文件扫描件.pdf", scan), ("现场照片_20261012_IMG_0023.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0]),
            ("居民常见问题汇总表.csv", Encoding.UTF8.GetBytes("问题,相似问题,答案,负责科室\n几点开门,什么时候开；早上几点,早上7点，电话0571-88001234或https://example.gov.cn/a/very/long/address/that/never/ends/index.html,综合科\n空的,,,\n")));
        await FitsAsync(admin, "320-upload");
        await Expect(admin.GetByText("这份PDF是扫描图，读不出文字").Or(admin.GetByText("这台电脑还不能读PDF")).First).ToBeVisibleAsync();
        if (FileReader.ReadsPdf)
        {
            await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "春和社区室内活动室使用办法", Exact = true })).ToBeVisibleAsync();
            await Expect(admin.GetByText("第四条 预约请提前一天拨打社区电话8800，或到服务中心一号窗口登记，同一人每周预约不超过两次。")).ToBeVisibleAsync();
            await Expect(admin.Locator("td", new() { HasTextString = "每天8:00到20:00" })).ToBeVisibleAsync();
        }
        await UploadAsync(admin, ("棋牌室.md", Encoding.UTF8.GetBytes(Rules("下午1点到5点"))));
        await admin.GotoAsync($"{Home}/drafts");
        await FitsAsync(admin, "320-drafts");
        await TapAsync(admin, "发布棋牌室开放办法");
        await Expect(admin.GetByText("群里问到就会用").First).ToBeVisibleAsync();
        await admin.GotoAsync($"{Home}/try?q=" + Uri.EscapeDataString("棋牌室什么时候开放"));
        await FitsAsync(admin, "320-try");
        await TapAsync(admin, "答得对，记进回归问题");

        await UploadAsync(admin, ("棋牌室.md", Encoding.UTF8.GetBytes(Rules("下午2点到6点，周一闭馆，打扫卫生https://example.gov.cn/another/very/long/address/that/never/ends"))));
        await admin.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("和现在的比") }).First.ClickAsync();
        await FitsAsync(admin, "320-difference");
        await admin.GotoAsync($"{Home}/drafts");
        await TapAsync(admin, "发布棋牌室开放办法");
        await Expect(admin.Locator("#sum")).ToBeVisibleAsync();
        await FitsAsync(admin, "320-run");
        await TapAsync(admin, "发布");
        await admin.GetByRole(AriaRole.Link, new() { Name = "棋牌室开放办法" }).First.ClickAsync();
        await FitsAsync(admin, "320-document");
        await admin.GetByRole(AriaRole.Link, new() { Name = "各版本" }).ClickAsync();
        await FitsAsync(admin, "320-versions");
    }

    private static string Rules(string hours) =>
        $"---\ntitle: 棋牌室开放办法\neffective: 2020-01-01\nissuer: 春和社区居民委员会文体活动服务科\n---\n## 第1条 什么时候开\n\n棋牌室每天{hours}开放。\n\n## 第2条 谁能用\n\n本社区居民都能用。\n";

    /// <summary>As an office prints it, and as its copier sends it.</summary>
    private async Task<(byte[] Printed, byte[] Scan)> PrintAsync()
    {
        IPage page = await rig.OpenAsync(800, 1100);
        await page.SetContentAsync(Notice);
        byte[] printed = await page.PdfAsync(new() { Format = "A4", DisplayHeaderFooter = true, HeaderTemplate = "<span></span>", FooterTemplate = "<div style='font-size:9px;width:100%;text-align:center'>第 <span class='pageNumber'></span> 页 共 <span class='totalPages'></span> 页</div>" });
        string picture = Convert.ToBase64String(await page.ScreenshotAsync());
        await page.SetContentAsync($"<img style='width:100%' src='data:image/png;base64,{picture}'>");
        byte[] scan = await page.PdfAsync(new() { Format = "A4" });
        await page.Context.CloseAsync();
        return (printed, scan);
    }

    private static async Task FitsAsync(IPage page, string name)
    {
        // a click comes back before the next page has its styles
        await page.WaitForLoadStateAsync(LoadState.Load);
        await BrowserRig.PictureAsync(page, name, whole: true);
        int over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        over.ShouldBeLessThanOrEqualTo(0, name);
    }

    private static async Task UploadAsync(IPage admin, params (string Name, byte[] Content)[] files)
    {
        await admin.GotoAsync(Home);
        await admin.GetByText("上传、粘贴文件").ClickAsync();
        await admin.Locator("#files").SetInputFilesAsync(files.Select(file => new FilePayload { Name = file.Name, MimeType = "application/octet-stream", Buffer = file.Content }));
        await TapAsync(admin, "上传");
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "待发布" })).ToBeVisibleAsync();
    }

    private static Task TapAsync(IPage page, string name) => page.GetByRole(
        AriaRole.Button, new() { NameRegex = new Regex($"^{string.Join(@"\s*", name.Select(each => Regex.Escape(each.ToString())))}$") }).First.ClickAsync();
}
