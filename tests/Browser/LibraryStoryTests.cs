using System.Text.RegularExpressions;
using Bot.Answers.Library;
using Bot.Grids.SignIn;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>A document is uploaded, looked at, checked by the regression questions, published, taken back, and ends on its last day.</summary>
public sealed class LibraryStoryTests(BrowserRig rig) : IClassFixture<BrowserRig>
{
    private const string Group = "春和苑一网格群";
    private const string Opening = "---\ntitle: 棋牌室开放办法\neffective: 2020-01-01\n---\n## 第1条 什么时候开\n\n棋牌室每天下午1点到5点开放。\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Uploaded_looked_at_checked_published_and_taken_back()
    {
        Chromium.SkipWithout();
        await rig.Host.Get<DocumentStore>().Settled.WaitAsync(Token);
        IPage admin = await rig.SignInAsync("管理员", Access.Admin);
        await UploadAsync(admin, "棋牌室", Opening);
        await Expect(admin.GetByText("棋牌室每天下午1点到5点开放").First).ToBeVisibleAsync();
        await PublishAsync(admin, "棋牌室开放办法");
        await admin.GotoAsync("/console/knowledge");
        await BrowserRig.PictureAsync(admin, "library");

        await admin.GotoAsync("/console/knowledge/try?q=" + Uri.EscapeDataString("棋牌室什么时候开放"));
        await TapAsync(admin, "答得对，记进回归问题");
        await Expect(admin.GetByText("记进回归问题了").First).ToBeVisibleAsync();

        await UploadAsync(admin, "棋牌室", Opening.Replace("\n---\n##", "\nexpires: 2020-06-01\n---\n##", StringComparison.Ordinal));
        await TapAsync(admin, "发布棋牌室开放办法");
        await Expect(admin.Locator("#sum")).ToHaveTextAsync("1问：0不变，0变好，1变差");
        await Expect(admin.GetByText("现在：棋牌室每天下午1点到5点开放")).ToBeVisibleAsync();
        await BrowserRig.PictureAsync(admin, "regression");
        await admin.GetByLabel("仍要发布的原因").FillAsync("开放时间贴在门口");
        await TapAsync(admin, "仍要发布");
        await Expect(admin.GetByText("1份已发布").First).ToBeVisibleAsync();

        await admin.GetByRole(AriaRole.Link, new() { Name = "棋牌室开放办法" }).First.ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "各版本" }).ClickAsync();
        await Expect(admin.GetByText("仍要发布的原因：开放时间贴在门口")).ToBeVisibleAsync();
        await BrowserRig.PictureAsync(admin, "versions");
        await TapAsync(admin, "用回这一版，第1版");
        await Expect(admin.GetByText("《棋牌室开放办法》找回来了").First).ToBeVisibleAsync();

        IPage resident = await rig.ChatAsync(Group, "3-1-502");
        await AskAsync(resident, "请问棋牌室什么时候开放？", "棋牌室每天下午1点到5点开放。依据：《棋牌室开放办法》");
    }

    [Fact]
    public async Task A_document_that_has_ended_answers_no_more_in_the_group()
    {
        Chromium.SkipWithout();
        await rig.Host.Get<DocumentStore>().Settled.WaitAsync(Token);
        IPage admin = await rig.SignInAsync("管理员", Access.Admin);
        await UploadAsync(admin, "游泳池", "---\ntitle: 游泳池开放办法\neffective: 2020-01-01\n---\n## 第1条 什么时候开\n\n游泳池每天早上6点到9点开放。\n");
        await PublishAsync(admin, "游泳池开放办法");
        IPage resident = await rig.ChatAsync(Group, "早起的鸟儿");
        await AskAsync(resident, "请问游泳池什么时候开放？", "游泳池每天早上6点到9点开放。依据：《游泳池开放办法》");

        await admin.GotoAsync("/console/knowledge?q=" + Uri.EscapeDataString("游泳池"));
        await admin.GetByRole(AriaRole.Link, new() { Name = "游泳池开放办法" }).First.ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "改内容、出新版本" }).ClickAsync();
        await admin.GetByLabel("到哪天止").FillAsync("2020-12-31");
        await TapAsync(admin, "看看读成什么样");
        await PublishAsync(admin, "游泳池开放办法");
        await AskAsync(resident, "请问游泳池几点到几点开放呀？", "这个我没查到准确规定");
    }

    private static async Task UploadAsync(IPage admin, string name, string text)
    {
        await admin.GotoAsync("/console/knowledge");
        await admin.GetByText("上传、粘贴文件").ClickAsync();
        await admin.Locator("#files").SetInputFilesAsync(new FilePayload { Name = $"{name}.md", MimeType = "text/markdown", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await TapAsync(admin, "上传");
    }

    /// <summary>With regression questions the outcome is shown first.</summary>
    private static async Task PublishAsync(IPage admin, string title)
    {
        await TapAsync(admin, $"发布{title}");
        ILocator done = admin.GetByText("群里问到就会用").First;
        await Expect(admin.Locator("#sum").Or(done).First).ToBeVisibleAsync();
        if (await admin.Locator("#sum").IsVisibleAsync()) { await TapAsync(admin, "发布"); }
        await Expect(done).ToBeVisibleAsync();
    }

    // what only a screen reader says stands apart by a space or not
    private static Task TapAsync(IPage page, string name) => page.GetByRole(
        AriaRole.Button, new() { NameRegex = new Regex($"^{string.Join(@"\s*", name.Select(each => Regex.Escape(each.ToString())))}$") }).First.ClickAsync();

    private static async Task AskAsync(IPage page, string words, string answer)
    {
        int before = await page.Locator("#log .text", new() { HasTextString = answer }).CountAsync();
        await page.GetByLabel("说什么").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
        await Expect(page.Locator("#log .text", new() { HasTextString = answer })).ToHaveCountAsync(before + 1, new() { Timeout = 30_000 });
    }
}
