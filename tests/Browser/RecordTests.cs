using Bot.Grids.SignIn;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>A grid worker with one phone pastes what was said in a group that no bot may enter.</summary>
public sealed class RecordTests(BrowserRig rig) : IClassFixture<BrowserRig>
{
    private const string Record =
        """
        3-1-502王姐:
        3号楼1单元电梯又坏了

        5-2-301老赵:
        早上好

        物业小李:
        收到，马上叫人

        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_paste_to_the_draft_in_the_group(bool script)
    {
        IPage page = await rig.SignInAsync("管理员", Access.Admin, script: script);
        await page.GotoAsync("/console/records");
        await page.GetByText("名单里没有这个群").ClickAsync();
        await page.GetByLabel("群名").FillAsync(script ? "春和苑业主群" : "春和苑妈妈群");
        await page.GetByLabel("聊天记录").FillAsync(Record);
        await ReadableAsync(page, "records");
        await page.GetByRole(AriaRole.Button, new() { Name = "先看一眼" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("先看一眼");
        await page.GetByText("谁是谁").ClickAsync();
        await Expect(page.GetByLabel("物业小李")).ToHaveValueAsync("Property");
        await ReadableAsync(page, "records-preview");
        await page.GetByRole(AriaRole.Button, new() { Name = "收进来" }).ClickAsync();

        await Expect(page.GetByText("要发到群里的")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await ReadableAsync(page, "records-result");
        ILocator copy = page.GetByRole(AriaRole.Button, new() { Name = "一键复制" });
        await Expect(copy).ToHaveCountAsync(script ? 1 : 0);
        if (script) { await copy.ClickAsync(); }
        await Expect(page.GetByLabel("要发到群里的话")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("记下了"));
        await page.GetByRole(AriaRole.Button, new() { Name = "已发" }).ClickAsync();
        await Expect(page.GetByText("✓ 已发出")).ToBeVisibleAsync();
    }

    private static async Task ReadableAsync(IPage page, string name)
    {
        await BrowserRig.PictureAsync(page, name);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, name);
        string[] small = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('button, summary, select, textarea, a.btn, input:not([type=hidden])')]
              .filter(each => { const box = each.getBoundingClientRect(); return box.width > 0 && box.height > 0 && box.height < 47.5; }).map(each => each.outerHTML.slice(0, 80))
            """);
        small.ShouldBeEmpty(name);
    }
}
