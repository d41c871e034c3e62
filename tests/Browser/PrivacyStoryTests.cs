using System.Net.Http.Json;
using Bot.Grids.SignIn;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>A resident who does not want to be recorded, and one whose words an administrator takes away, on the smallest phone.</summary>
public sealed class PrivacyStoryTests(BrowserRig rig) : IClassFixture<BrowserRig>
{
    private const string Group = "春和苑一网格群";
    private const string Person = "3-1-502";

    [Fact]
    public async Task Not_recorded_from_that_line_on_and_erased_at_their_wish()
    {
        Chromium.SkipWithout();
        Axe.SkipWithout();
        await SayAsync("楼道里堆了好多纸箱");
        await SayAsync("不要记录我");
        await SayAsync("这一句谁也不该看到");

        IPage admin = await rig.SignInAsync("管理员", Access.Admin, 320, 568);
        await admin.GotoAsync($"/playground?group={Uri.EscapeDataString(Group)}&person={Uri.EscapeDataString("3-1-501")}");
        await Expect(admin.GetByText("从现在起您说的话我不存").First).ToBeVisibleAsync();
        await Expect(admin.GetByText("这一句谁也不该看到")).ToHaveCountAsync(0);

        (await new PageLook(await rig.SignInAsync("管理员", Access.Admin)).LookAsync("/console/privacy")).ShouldBeEmpty();
        await admin.GotoAsync("/console/privacy");
        await admin.GetByLabel("群里的名字").FillAsync(Person);
        await admin.GetByRole(AriaRole.Button, new() { Name = "查", Exact = true }).ClickAsync();
        ILocator found = admin.Locator("li").Filter(new() { HasText = "消息1条" });
        await found.Locator("summary").ClickAsync();
        await FitsAsync(admin, "privacy-found");
        await found.GetByLabel("再打一遍名字").FillAsync(Person);
        await found.GetByRole(AriaRole.Button, new() { Name = "删除", Exact = true }).ClickAsync();
        await Expect(admin.GetByText("删好了：1条消息")).ToBeVisibleAsync();
        await FitsAsync(admin, "privacy-erased");
        await admin.GotoAsync($"/playground?group={Uri.EscapeDataString(Group)}&person={Uri.EscapeDataString("3-1-501")}");
        await Expect(admin.GetByText("楼道里堆了好多纸箱")).ToHaveCountAsync(0);
    }

    private async Task SayAsync(string text) => (await rig.Host.Client.PostAsJsonAsync(
        "/playground/api/messages", new { group = Group, person = Person, text }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

    private static async Task FitsAsync(IPage page, string name)
    {
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue($"{name} scrolls sideways");
        (await Axe.FindingsAsync(page)).ShouldBeEmpty(name);
        if (Environment.GetEnvironmentVariable("BOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await BrowserRig.PictureAsync(page, name, whole: true);
        }
    }
}
