using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Bot.Grids.SignIn;
using Microsoft.Playwright;
using Tests.Channels.WeCom;
using Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Tests.Browser;

/// <summary>An administrator connects a chat system from a phone, and sees what is wrong where nothing answers.</summary>
public sealed class ChannelStoryTests : IAsyncLifetime
{
    private const string Page = "/console/channels/wecom";
    private readonly TempFolder _folder = new();
    private Chromium? _browser;
    private FakeGateway _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsInstalled) { return; }
        _browser = await Chromium.StartAsync();
        _gateway = await FakeGateway.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
            await _gateway.DisposeAsync();
        }
        _folder.Dispose();
    }

    [Fact]
    public async Task A_bot_is_connected_from_a_phone_and_taken_back_from_another_program()
    {
        Chromium.SkipWithout();
        await using (BotHost first = await BotHost.StartAsync(_folder.Path))
        {
            IPage page = await SignInAsync(first, 390, 844);
            await page.GotoAsync("/console/channels");
            await page.GetByRole(AriaRole.Link, new() { Name = "企业微信" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "一键复制" }).First.ClickAsync();
            await Expect(page.GetByText("已复制")).ToBeVisibleAsync();
            await page.GetByLabel("Bot ID").FillAsync(FakeGateway.BotId);
            await page.GetByRole(AriaRole.Button, new() { Name = "保存设置" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有保存");
            await Expect(page.GetByText("要一起写（长连接），或者都不写")).ToBeVisibleAsync();
            await Expect(page.GetByLabel("Bot ID")).ToHaveValueAsync(FakeGateway.BotId);
            await BrowserRig.PictureAsync(page, "channel-refused", whole: true);
            await page.GetByLabel("Secret").FillAsync(FakeGateway.Secret);
            await page.GetByText("一般不用改").ClickAsync();
            await page.GetByLabel("长连接的网址").FillAsync(_gateway.SocketAddress);
            await page.GetByLabel("webhook 的网址").FillAsync(_gateway.Address);
            await page.GetByRole(AriaRole.Button, new() { Name = "保存设置" }).ClickAsync();
            await Expect(page.Locator(".toast")).ToContainTextAsync("保存好了，重启程序后生效");
            await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "保存了还没用上" })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Secret" })).ToHaveValueAsync("");
            (await page.ContentAsync()).ShouldNotContain(FakeGateway.Secret);
            await BrowserRig.PictureAsync(page, "channel-saved", whole: true);
        }
        await using BotHost second = await BotHost.StartAsync(_folder.Path);
        await Eventually.TrueAsync(() => _gateway.IsConnected, "connected");
        IPage later = await SignInAsync(second, 390, 844);
        await later.GotoAsync("/console/channels");
        await Expect(later.Locator("#channel-wecom")).ToContainTextAsync("已连接");
        await _gateway.DisplaceAsync();
        await Expect(later.Locator("#channel-wecom")).ToContainTextAsync("已连接");
        await Eventually.TrueAsync(async () =>
        {
            await later.ReloadAsync();
            return await later.GetByText("被另一个程序顶下来了，没有再连").CountAsync() > 0;
        }, "the page says that it was displaced");
        await BrowserRig.PictureAsync(later, "channels");
        await later.GetByRole(AriaRole.Button, new() { Name = "重新连接" }).ClickAsync();
        await Eventually.TrueAsync(() => _gateway.Connections == 2 && _gateway.IsConnected, "taken back");
        await later.ReloadAsync();
        await Expect(later.Locator("#channel-wecom")).ToContainTextAsync("已连接");
    }

    [Fact]
    public async Task Where_nothing_answers_every_page_says_so_on_every_screen()
    {
        Chromium.SkipWithout();
        int port = FreePort();
        await using BotHost host = await BotHost.StartAsync(_folder.Path, settings:
        [
            ("Channels:WeCom:BotId", "aib1"), ("Channels:WeCom:Secret", "x"), ("Channels:WeCom:Gateway", $"ws://127.0.0.1:{port}"), ("Channels:WeCom:Webhooks:春和苑一网格群", "abc"),
            ("Channels:DingTalk:ClientId", "ding1"), ("Channels:DingTalk:ClientSecret", "x"), ("Channels:DingTalk:Api", $"http://127.0.0.1:{port}"),
            ("Channels:Feishu:AppId", "cli_a1"), ("Channels:Feishu:AppSecret", "x"), ("Channels:Feishu:Api", $"http://127.0.0.1:{port}"),
            ("Channels:BotFramework:AppId", "app1"), ("Channels:BotFramework:AppSecret", "x"), ("Channels:BotFramework:TokenUrl", $"http://127.0.0.1:{port}/token"),
            ("Channels:Http:Gateways:gate1:Secret", new string('s', 40)), ("Channels:Http:Gateways:gate1:Callback", $"http://127.0.0.1:{port}/said"), ("Channels:Http:Gateways:gate1:Label", "小区网关"),
        ]);
        foreach ((int width, int height) in new[] { (390, 844), (320, 568), (1280, 800) })
        {
            IPage page = await SignInAsync(host, width, height);
            foreach (string name in new[] { "", "/wecom", "/dingtalk", "/feishu", "/botframework", "/http" })
            {
                await page.GotoAsync($"/console/channels{name}");
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{name} {width}");
                (await SmallAsync(page)).ShouldBeEmpty($"{name} {width}");
                await BrowserRig.PictureAsync(page, $"down{name.Replace('/', '-')}-{width}", whole: true);
            }
        }
        IPage tester = await SignInAsync(host, 390, 844);
        foreach (string name in new[] { "wecom", "dingtalk", "feishu", "botframework", "http-gate1" })
        {
            await tester.GotoAsync("/console/channels");
            await tester.Locator($"#channel-{name}").GetByRole(AriaRole.Button, new() { Name = "试一下" }).ClickAsync();
            await Expect(tester.Locator(".toast")).ToContainTextAsync("没有通");
            await Expect(tester.Locator(".toast")).ToContainTextAsync("连不上");
            await BrowserRig.PictureAsync(tester, $"down-test-{name}");
        }
    }

    [Fact]
    public async Task It_works_without_script()
    {
        Chromium.SkipWithout();
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        IPage page = await SignInAsync(host, 320, 568, script: false);
        await page.GotoAsync("/console/channels/http");
        await page.GetByText("加一个网关").ClickAsync();
        await page.GetByLabel("名字（key id）").FillAsync("gate1");
        await page.GetByLabel("密钥").FillAsync(new string('s', 40));
        await page.GetByRole(AriaRole.Button, new() { Name = "保存设置" }).ClickAsync();
        await Expect(page.Locator(".toast")).ToContainTextAsync("保存好了");
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "gate1" })).ToContainTextAsync("已设置");
    }

    private static Task<string[]> SmallAsync(IPage page) => page.EvaluateAsync<string[]>("""
        [...document.querySelectorAll('button, summary, select, textarea, a.btn, a.plain, .bar a, .menu a, .choices label, input:not([type=hidden], [type=radio], [type=checkbox])')]
          .filter(each => { const box = each.getBoundingClientRect(); return box.width > 0 && box.height > 0 && box.height < 47.5; }).map(each => each.outerHTML.slice(0, 80))
        """);

    private async Task<IPage> SignInAsync(BotHost host, int width, int height, bool script = true)
    {
        IPage page = await _browser!.OpenAsync(host.Address, width, height, script);
        await page.GotoAsync(await host.Get<SignInLinks>().CreateAsync("管理员", Access.Admin, Token));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/console$"), new() { Timeout = 20_000 });
        return page;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
