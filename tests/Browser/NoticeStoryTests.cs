using Bot.Grids;
using Bot.Grids.SignIn;
using Bot.Notices;
using Bot.Notices.Scheduling;
using Microsoft.Playwright;
using Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>A notice is written from a template, looked at, and arrives at its minute; another is taken back.</summary>
public sealed class NoticeStoryTests(BrowserRig rig) : IClassFixture<BrowserRig>
{
    private const string Group = "春和苑一网格群";
    private static readonly string[] Pages = ["/console/notices", "/console/notices/new", "/console/notices/1", "/console/notices/1/edit", "/console/notices/runs/1"];

    [Fact]
    public async Task A_notice_arrives_at_its_minute()
    {
        IPage admin = await rig.SignInAsync("管理员", Access.Admin);
        IPage resident = await rig.ChatAsync(Group, "3-1-502");
        await Eventually.TrueAsync(() => rig.Host.Get<SchedulerState>().LookedAt is not null, "the scheduler is up");
        await admin.GetByRole(AriaRole.Link, new() { Name = "通知" }).ClickAsync();
        await Expect(admin.GetByText("本周没有通知")).ToBeVisibleAsync();
        await BrowserRig.PictureAsync(admin, "notices-empty");
        await admin.GetByRole(AriaRole.Link, new() { Name = "停水" }).ClickAsync();
        await admin.GetByLabel("内容").FillAsync("今天下午1点到5点，1—12号楼停水。请提前存水");
        DateTime at = CommunityClock.China.Local(rig.Host.Get<NoticeClock>().Now).AddMinutes(3);
        await admin.GetByLabel("哪一天").FillAsync($"{at:yyyy-MM-dd}");
        await admin.GetByLabel("几点").FillAsync($"{at:HH:mm}");
        await Expect(admin.GetByText("每月几号")).ToBeHiddenAsync();
        await admin.GetByText("也要发").ClickAsync();
        await BrowserRig.PictureAsync(admin, "notice-form");
        await admin.GetByRole(AriaRole.Button, new() { Name = "存下，看预览" }).ClickAsync();
        await Expect(admin.Locator(".elder")).ToHaveTextAsync("【停水】今天下午1点到5点，1—12号楼停水。请提前存水。春和社区");
        await BrowserRig.PictureAsync(admin, "notice");
        await admin.GetByRole(AriaRole.Button, new() { Name = "启用，到时间就发" }).ClickAsync();
        await Expect(resident.Locator("#log .text", new() { HasTextString = "请提前存水" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Eventually.TrueAsync(
            async () =>
            {
                await admin.GotoAsync("/console/notices");
                return await admin.GetByText("7个群发出").IsVisibleAsync();
            },
            "every group has heard it");
        await BrowserRig.PictureAsync(admin, "notices-week");
        await resident.Locator("details.setting > summary").ClickAsync();
        await rig.PairAsync(resident, admin, "notices");
        await admin.GetByRole(AriaRole.Link, new() { Name = "7个群发出" }).ClickAsync();
        await BrowserRig.PictureAsync(admin, "notice-run");
        await FitsAsync();
    }

    private async Task FitsAsync()
    {
        foreach ((int width, bool large) in new[] { (320, false), (320, true), (390, false) })
        {
            IPage page = await rig.SignInAsync("管理员", Access.Admin, width, 568);
            if (large) { await page.GetByRole(AriaRole.Button, new() { Name = "大字" }).ClickAsync(); }
            foreach (string address in Pages)
            {
                await page.GotoAsync(address);
                int over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                over.ShouldBeLessThanOrEqualTo(0, $"{address} at {width} px, big type {large}");
                string[] small = await page.EvaluateAsync<string[]>("""
                    [...document.querySelectorAll('button, summary, select, textarea, a.btn, a.plain, .bar a, .tabs a, a.row, input:not([type=hidden], [type=radio], [type=checkbox])')]
                      .filter(each => { const box = each.getBoundingClientRect(); return box.width > 0 && box.height > 0 && box.height < 47.5; })
                      .map(each => each.outerHTML.slice(0, 80))
                    """);
                small.ShouldBeEmpty(address);
            }
        }
    }
}
