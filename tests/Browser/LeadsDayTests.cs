using System.Text.RegularExpressions;
using Bot.Grids.SignIn;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>A grid lead with a phone: 8:00, one matter from its capture to its verification, 12:00, 18:00.</summary>
public sealed class LeadsDayTests(BrowserRig rig) : IClassFixture<BrowserRig>
{
    private const string Group = "春和苑一网格群";
    private const int FewTaps = 12;
    private int _taps;

    [Fact]
    public async Task From_good_morning_to_the_shift_handed_over()
    {
        Chromium.SkipWithout();
        rig.Clock.SkipTo(22);
        IPage resident = await rig.ChatAsync(Group, "3-1-502");
        await SayAsync(resident, "3号楼1单元的路灯坏了，晚上一片黑");
        await HeardAsync(resident, "路灯不亮（1号）");
        IPage neighbour = await rig.ChatAsync(Group, "早起的鸟儿");
        await SayAsync(neighbour, "5号楼楼道里堆了旧家具，走路绊脚");
        await HeardAsync(neighbour, "（2号）");

        rig.Clock.SkipTo(8);
        IPage lead = await rig.SignInAsync("陈秀兰", Access.Worker);
        await Expect(Title(lead)).ToHaveTextAsync("陈网格长，早上好");
        await BrowserRig.PictureAsync(lead, "morning");

        string number = await ConfirmAsync(lead, "路灯");
        _taps.ShouldBeLessThanOrEqualTo(2);
        await WorkAsync(lead, number);
        await HeardAsync(resident, $"好了回“{number}好了”");
        await SayAsync(resident, $"{number}好了");
        await HeardAsync(resident, "谢谢您确认");
        await lead.ReloadAsync();
        await Expect(lead.Locator(".state")).ToContainTextAsync("已核验");
        await BrowserRig.PictureAsync(lead, "day-verified");
        _taps.ShouldBeLessThan(FewTaps);

        await NoonAsync(lead, resident);
        await EveningAsync(lead);
    }

    private async Task<string> ConfirmAsync(IPage lead, string matter)
    {
        await TapAsync(lead.GetByRole(AriaRole.Link, new() { Name = "待审" }).First);
        ILocator card = lead.Locator("[data-card]", new() { HasTextString = matter });
        await TapAsync(card.GetByRole(AriaRole.Button, new() { Name = "确认立件" }));
        string told = await lead.Locator(".toast").InnerTextAsync();
        told.ShouldContain("号已立件。");
        return Regex.Match(told, "[0-9]+").Value;
    }

    private async Task WorkAsync(IPage lead, string number)
    {
        await TapAsync(lead.GetByRole(AriaRole.Link, new() { Name = "我的" }).First);
        await TapAsync(lead.GetByRole(AriaRole.Link, new() { Name = $"{number}号" }).First);
        await TapAsync(lead.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^派给(?!…)") }).First);
        await Expect(lead.Locator(".state")).ToContainTextAsync("已派给");
        await TapAsync(lead.Locator("summary", new() { HasTextString = "已联系" }));
        await TapAsync(lead.GetByRole(AriaRole.Button, new() { Name = "记下：已联系反映人" }));
        await BrowserRig.PictureAsync(lead, "ticket-phone");
        await TapAsync(lead.Locator("summary", new() { HasTextString = "办好了" }));
        await lead.GetByLabel("什么原因，怎么办的").FillAsync("灯管烧了，已换新");
        _taps++;
        await lead.GetByLabel("照片").SetInputFilesAsync(new FilePayload { Name = "after.png", MimeType = "image/png", Buffer = FilledRig.Picture });
        await TapAsync(lead.GetByRole(AriaRole.Button, new() { Name = "办好了，请居民确认" }));
        await Expect(lead.Locator(".photos img").First).ToBeVisibleAsync();
    }

    private async Task NoonAsync(IPage lead, IPage resident)
    {
        rig.Clock.SkipTo(12);
        await SayAsync(resident, "3号楼1单元垃圾桶满了，味道大");
        await HeardAsync(resident, "（3号）");
        await Expect(lead.Locator("[data-count=review]").First).ToHaveTextAsync("2");
        await lead.GotoAsync("/console");
        await Expect(Title(lead)).ToHaveTextAsync("中午看一眼");
        await Expect(lead.GetByText("今天新来 1件")).ToBeVisibleAsync();
        await BrowserRig.PictureAsync(lead, "day-noon");
    }

    private async Task EveningAsync(IPage lead)
    {
        rig.Clock.SkipTo(18);
        await lead.GotoAsync("/console");
        await Expect(Title(lead)).ToHaveTextAsync("交班");
        await lead.GetByLabel("要交代的").FillAsync("垃圾桶的事物业说明早清，请盯一下。");
        await lead.GetByLabel("交给谁").SelectOptionAsync("林志强");
        await BrowserRig.PictureAsync(lead, "day-evening");
        await lead.GetByRole(AriaRole.Button, new() { Name = "交班", Exact = true }).ClickAsync();
        await Expect(lead.Locator(".toast")).ToContainTextAsync("已交班给林志强");
        await lead.GotoAsync("/console/figures");
        await BrowserRig.PictureAsync(lead, "figures");
        IPage next = await rig.SignInAsync("林志强", Access.Worker);
        await next.GetByRole(AriaRole.Button, new() { Name = "收到" }).ClickAsync();
        await Expect(next.Locator(".toast")).ToContainTextAsync("收到");
    }

    private async Task TapAsync(ILocator target)
    {
        _taps++;
        await target.ClickAsync();
    }

    private static ILocator Title(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static async Task SayAsync(IPage page, string words)
    {
        await page.GetByLabel("说什么").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
        await HeardAsync(page, words);
    }

    private static Task HeardAsync(IPage page, string words) =>
        Expect(page.Locator("#log .text", new() { HasTextString = words }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
}
