using System.Net;
using Tests.Support;

namespace Tests.Console;

/// <summary>Who sees which page, and how heavy it is.</summary>
public sealed class PageTests(ConsoleRig rig) : IClassFixture<ConsoleRig>
{
    private const int LargestPage = 100 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Worker => ["/console", "/console/review", "/console/day/morning", "/console/day/noon", "/console/day/evening", "/console/mine", "/console/mine/walk", "/console/keys", "/console/new", "/console/phrases", "/console/tickets/import", "/console/tickets", "/console/questions", "/console/messages", "/console/more", "/console/knowledge", "/console/knowledge/try?q=%E5%B0%8A%E8%80%81%E9%87%91", "/console/knowledge/asked", "/console/alerts", "/console/notices", "/console/model"];

    public static TheoryData<string> Admin => ["/console/people", "/console/knowledge/drafts", "/console/knowledge/write", "/console/community", "/console/community/export", "/console/deadlines", "/console/notices/new"];

    [Theory]
    [MemberData(nameof(Worker))]
    public async Task Workers_and_administrators_see_it_and_nobody_else(string page)
    {
        (await rig.Worker.GetAsync(page, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await rig.Admin.GetAsync(page, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await rig.Host.NewClient().GetAsync(page, Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Admin))]
    public async Task Only_administrators_see_it(string page)
    {
        (await rig.Admin.GetAsync(page, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await rig.Worker.GetAsync(page, Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await rig.Host.NewClient().GetAsync(page, Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_ticket_that_is_not_there_is_said_so()
    {
        HttpResponseMessage page = await rig.Worker.GetAsync("/console/tickets/99999", Token);
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Token)).ShouldContain("没有这一条");
    }

    [Fact]
    public async Task Full_pages_stay_light()
    {
        for (int i = 0; i < 60; i++)
        {
            await rig.OpenAsync($"第{i}件：电梯又坏了，上下楼都要爬，家里老人下不来，请帮忙看看，已经报过物业了", $"{i}-1-502");
            await rig.WonderAsync($"第{i}句：这边好像有点不对劲，大家看看是不是只有我一个人这样觉得");
        }
        foreach (string page in Worker.Concat(Admin).Select(row => row.Data).Append("/console/tickets?state=all"))
        {
            byte[] body = await rig.Admin.GetByteArrayAsync(page, Token);
            body.Length.ShouldBeLessThan(LargestPage, page);
        }
    }

    [Fact]
    public async Task Big_type_is_kept_by_the_browser()
    {
        HttpClient browser = await rig.Host.SignInAsync(ConsoleRig.Lead, "worker");
        (await browser.GetStringAsync("/console", Token)).ShouldNotContain("class=\"large\"");
        HttpResponseMessage switched = await browser.PostFormAsync("/console", "/console/display", ("large", "true"), ("back", "/console/tickets"));
        switched.Headers.Location!.ToString().ShouldBe("/console/tickets");
        (await browser.GetStringAsync("/console", Token)).ShouldContain("class=\"large\"");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/console")]
    [InlineData("/console/../signin")]
    [InlineData("/console\\..\\signin")]
    public async Task No_form_leads_out_of_the_console(string back)
    {
        HttpResponseMessage switched = await rig.Worker.PostFormAsync("/console", "/console/display", ("large", "false"), ("back", back));
        switched.Headers.Location!.ToString().ShouldBe("/console");
    }
}
