using Bot.Grids.SignIn;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>The console on small screens, with big type, without script, and when something burns.</summary>
public sealed class PhoneTests(BrowserRig rig) : IClassFixture<BrowserRig>
{
    private const string Group = "春和苑二网格群";
    private static readonly string[] Pages =
        ["/console", "/console/review", "/console/day/morning", "/console/day/noon", "/console/day/evening", "/console/mine", "/console/mine/walk", "/console/keys", "/console/new", "/console/phrases", "/console/tickets/import", "/console/tickets", "/console/tickets/1", "/console/tickets/1/correct", "/console/tickets/1/split", "/console/questions", "/console/messages", "/console/records", "/console/drafts", "/console/more", "/console/people", "/console/community", "/playground",
        "/console/knowledge", "/console/knowledge/try?q=%E5%B0%8A%E8%80%81%E9%87%91", "/console/knowledge/documents/1", "/console/knowledge/write?from=1",
        "/console/knowledge/drafts", "/console/knowledge/web", "/console/knowledge/asked", "/console/messages/1", "/console/learning", "/console/learning/examples", "/console/model"];

    [Fact]
    public async Task An_emergency_shows_on_an_open_page_until_it_is_known()
    {
        IPage worker = await rig.SignInAsync("林志强", Access.Worker);
        await worker.GotoAsync("/console/more");
        await BurnAsync("12号楼2单元着火了！！快来人");
        ILocator banner = worker.Locator(".alert", new() { HasTextString = "紧急" });
        await Expect(banner).ToContainTextAsync("12号楼2单元");
        await BrowserRig.PictureAsync(worker, "emergency");
        await banner.GetByRole(AriaRole.Button, new() { Name = "知道了" }).ClickAsync();
        await Expect(worker.Locator(".alert")).ToHaveCountAsync(0);
        await Expect(worker).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/console/more$"));
    }

    [Fact]
    public async Task Everything_works_without_script()
    {
        await BurnAsync("11号楼1单元着火了！！");
        IPage worker = await rig.SignInAsync("林志强", Access.Worker, script: false);
        await Expect(worker.Locator(".alert")).ToContainTextAsync("紧急");
        await worker.GetByRole(AriaRole.Button, new() { Name = "知道了" }).First.ClickAsync();
        await Expect(worker.Locator(".toast")).ToBeVisibleAsync();
        await worker.GotoAsync("/console/review");
        await worker.GetByRole(AriaRole.Button, new() { Name = "确认立件" }).First.ClickAsync();
        await Expect(worker.Locator(".toast")).ToContainTextAsync("已立件");
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    [InlineData(390, true)]
    [InlineData(640, true)]
    public async Task Nothing_scrolls_sideways(int width, bool large)
    {
        IPage page = await rig.SignInAsync("管理员", Access.Admin, width, 568);
        if (large) { await page.GetByRole(AriaRole.Button, new() { Name = "大字" }).ClickAsync(); }
        foreach (string address in Pages)
        {
            await page.GotoAsync(address);
            int over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            over.ShouldBeLessThanOrEqualTo(0, $"{address} at {width} px, big type {large}");
        }
    }

    [Fact]
    public async Task Targets_are_large_enough_for_a_thumb()
    {
        IPage page = await rig.SignInAsync("管理员", Access.Admin);
        foreach (string address in Pages)
        {
            await page.GotoAsync(address);
            string[] small = await page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('button, summary, select, textarea, a.btn, a.plain, .bar a, .tabs a, .menu a, input:not([type=hidden], [type=radio], [type=checkbox])')]
                  .filter(each => !each.closest('label')).filter(each => { const box = each.getBoundingClientRect(); return box.width > 0 && box.height > 0 && box.height < 47.5; })
                  .map(each => each.outerHTML.slice(0, 80))
                """);
            small.ShouldBeEmpty(address);
        }
    }

    [Fact]
    public async Task Hostile_words_run_nothing()
    {
        await BurnAsync("着火了<script>alert(1)</script><img src=x onerror=alert(2)>");
        IPage page = await rig.SignInAsync("管理员", Access.Admin);
        List<string> ran = [];
        page.Dialog += (_, dialog) => { ran.Add(dialog.Message); _ = dialog.DismissAsync(); };
        page.Console += (_, line) => { if (line.Text.Contains("Content Security Policy", StringComparison.Ordinal)) { ran.Add(line.Text); } };
        foreach (string address in Pages)
        {
            await page.GotoAsync(address);
            await page.Locator("body").WaitForAsync();
        }
        ran.ShouldBeEmpty();
    }

    private async Task BurnAsync(string words)
    {
        IPage resident = await rig.ChatAsync(Group, "12-2-301小陈");
        await resident.GetByLabel("说什么").FillAsync(words);
        await resident.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
        await Eventually.TrueAsync(() => DecidedAsync(words), "the message is decided");
        await resident.Context.CloseAsync();
    }

    private async Task<bool> DecidedAsync(string words)
    {
        await using BotDbContext db = await rig.Host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await db.Set<Message>().AnyAsync(message => message.Text == words && message.State == MessageState.Decided, TestContext.Current.CancellationToken);
    }
}
