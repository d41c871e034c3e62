using System.Net;
using Bot.Audit;
using Bot.Grids.SignIn;
using Bot.Hosting.Settings;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tests.Channels.WeCom;
using Tests.Support;

namespace Tests.Console.Channels;

/// <summary>The settings of channels on their pages, with starts of the whole program on one folder.</summary>
public sealed class FormPageTests : IDisposable
{
    private const string Page = "/console/channels/wecom";
    private const string Group = "春和苑一网格群";
    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SavedSettings Saved => new SavedSettingsFile(_folder.Path).Read();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_secret_goes_in_and_comes_out_nowhere()
    {
        const string Canary = "canary-77b1-never-shown", Wrong = "canary-77b1-refused";
        await using BotHost host = await BotHost.StartAsync(_folder.Path, settings: ("Logging:LogLevel:Default", "Trace"));
        using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        List<string> seen = [];
        async Task SeeAsync(HttpResponseMessage answer) => seen.Add($"{answer.Headers}{await answer.Content.ReadAsStringAsync(Token)}");

        await SeeAsync(await SaveAsync(admin, Page, ("Secret", Wrong)));
        seen[0].ShouldContain("没有保存");
        await SeeAsync(await SaveAsync(admin, Page, ("BotId", "aib1"), ("Secret", Canary), ("Token", "canary-77b1-token"), ("EncodingAesKey", "canary-77b1-short")));
        seen[1].ShouldContain("43 个字符");
        await SeeAsync(await SaveAsync(admin, Page, ("BotId", "aib1"), ("Secret", Canary), ("new", Group), ("new:", "canary-77b1-webhook")));
        Saved.Values["Channels:WeCom:Secret"].ShouldBe(new SavedSetting(Canary, IsSecret: true));
        Saved.Values[$"Channels:WeCom:Webhooks:{Group}"].ShouldBe(new SavedSetting("canary-77b1-webhook", IsSecret: true));
        await SeeAsync(await SaveAsync(admin, Page, ("BotId", "aib2"), ("Secret", Canary)));
        foreach (string address in new[] { "/console/channels", Page, "/console/audit", "/console/community/export", "/console/backups" })
        {
            await SeeAsync(await admin.GetAsync(address, Token));
        }
        seen.ShouldAllBe(text => !text.Contains("canary-77b1", StringComparison.Ordinal));
        seen[5].ShouldContain("已设置");

        List<AuditEntry> lines = await ReadAsync(host, db => db.Set<AuditEntry>().Where(line => line.Act == SaveFormAct).OrderBy(line => line.Id).ToListAsync(Token));
        lines.Select(line => (line.Person, line.Target, line.Detail)).ShouldBe(
            [("管理员", "企业微信", $"Bot ID、Secret、加上{Group}"), ("管理员", "企业微信", "Bot ID")]);
        await host.Get<Database>().CheckpointAsync(Token);
        FolderSearch.Find(_folder.Path, "canary-77b1").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        HttpResponseMessage half = await SaveAsync(admin, Page, ("BotId", "aib-typed"), ("BotName", "小格"), ("new", Group), ("new:", ""));
        half.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string text = WebUtility.HtmlDecode(await half.Content.ReadAsStringAsync(Token));
        text.ShouldContain("没有保存，原来的设置没变");
        text.ShouldContain("“Bot ID”和“Secret”要一起写（长连接），或者都不写。");
        text.ShouldContain($"“{Group}：key”须是 webhook 网址里 key= 后面的那一段，不是整个网址。");
        text.ShouldNotContain("Channels:WeCom");
        text.ShouldContain("value=\"aib-typed\"");
        text.ShouldContain("value=\"小格\"");
        text.ShouldContain($"<option value=\"{Group}\" selected");
        Saved.Values.ShouldBeEmpty();

        string gateway = WebUtility.HtmlDecode(await (await SaveAsync(admin, Page, ("BotId", "a"), ("Secret", "b"), ("Gateway", "http://example.org"))).Content.ReadAsStringAsync(Token));
        gateway.ShouldContain("须是 wss:// 开头的网址；只有本机和内网可以用 ws://。");
        string nameless = WebUtility.HtmlDecode(await (await SaveAsync(admin, "/console/channels/http", ("new:Secret", "x"))).Content.ReadAsStringAsync(Token));
        nameless.ShouldContain("请起个名字");
        string shorty = WebUtility.HtmlDecode(await (await SaveAsync(admin, "/console/channels/http", ("new", "gate 1"), ("new:Secret", new string('s', 40)))).Content.ReadAsStringAsync(Token));
        shorty.ShouldContain("网关的名字只能用字母、数字和连字符");
        (await SaveAsync(admin, "/console/channels/http", ("new", "gate1"), ("new:Secret", "short"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Saved.Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_saved_runs_after_the_next_start_and_until_then_every_page_says_so()
    {
        await using FakeGateway gateway = await FakeGateway.StartAsync();
        await using (BotHost first = await BotHost.StartAsync(_folder.Path))
        {
            using HttpClient admin = await first.SignInAsync("管理员", Access.Admin);
            (await admin.GetTextAsync("/console/channels")).ShouldNotContain("保存了还没用上");
            (await admin.GetTextAsync(Page)).ShouldContain("还没有接");
            (await SaveAsync(admin, Page, ("BotId", FakeGateway.BotId), ("Secret", FakeGateway.Secret), ("Gateway", gateway.SocketAddress), ("Api", gateway.Address)))
                .StatusCode.ShouldBe(HttpStatusCode.Redirect);
            foreach (string address in new[] { Page, "/console/channels", "/console/channels/feishu" })
            {
                (await admin.GetTextAsync(address)).ShouldContain("保存了还没用上：企业微信。重启程序后生效");
            }
            gateway.Frames.ShouldBeEmpty();
        }
        await using BotHost second = await BotHost.StartAsync(_folder.Path);
        await Eventually.TrueAsync(() => gateway.IsConnected, "connected with what was saved");
        using HttpClient later = await second.SignInAsync("管理员", Access.Admin);
        string page = await later.GetTextAsync(Page);
        page.ShouldNotContain("保存了还没用上");
        page.ShouldContain("只有@它的话");
        (await SaveAsync(later, Page, ("BotId", FakeGateway.BotId), ("Gateway", gateway.SocketAddress), ("Api", gateway.Address))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await later.GetTextAsync(Page)).ShouldContain("没有改动");
        Saved.Values["Channels:WeCom:Secret"].Value.ShouldBe(FakeGateway.Secret, "left empty it stays");
    }

    [Fact]
    public async Task An_address_is_changed_only_by_who_knows_the_secrets()
    {
        const string Elsewhere = "wss://gateway.example.org/";
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        (await SaveAsync(admin, Page, ("BotId", "a"), ("Secret", "b"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        HttpResponseMessage kept = await SaveAsync(admin, Page, ("BotId", "a"), ("Gateway", Elsewhere));
        kept.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        string text = WebUtility.HtmlDecode(await kept.Content.ReadAsStringAsync(Token));
        text.ShouldContain("换了网址，“Secret”要再填一遍：原来填的不会发到新网址去。");
        text.ShouldContain($"value=\"{Elsewhere}\"");
        Saved.Values.Keys.ShouldNotContain("Channels:WeCom:Gateway");
        (await SaveAsync(admin, Page, ("BotId", "a"), ("Gateway", Elsewhere), ("Secret", "b"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Saved.Values["Channels:WeCom:Gateway"].Value.ShouldBe(Elsewhere);
        (await ReadAsync(host, db => db.Set<AuditEntry>().Where(line => line.Act == SaveFormAct).OrderBy(line => line.Id).Select(line => line.Detail).LastAsync(Token)))
            .ShouldBe("长连接的网址（gateway.example.org）");
        (await SaveAsync(admin, Page, ("BotId", "a"), ("Gateway", ""))).StatusCode.ShouldBe(HttpStatusCode.Redirect, "back to the vendor's own");
    }

    [Fact]
    public async Task It_is_turned_off_and_on_and_forgotten()
    {
        await using (BotHost first = await BotHost.StartAsync(_folder.Path))
        {
            using HttpClient admin = await first.SignInAsync("管理员", Access.Admin);
            await SaveAsync(admin, "/console/channels/http", ("new", "gate1"), ("new:Secret", new string('s', 40)), ("new:Label", "小区网关"));
        }
        await using (BotHost second = await BotHost.StartAsync(_folder.Path))
        {
            second.Services.GetServices<IChannel>().ShouldContain(channel => channel.Label == "小区网关");
            using HttpClient admin = await second.SignInAsync("管理员", Access.Admin);
            await admin.PostFormAsync("/console/channels/http", "/console/channels/http/disable");
            (await admin.GetTextAsync("/console/channels")).ShouldContain("保存了还没用上：自己的网关");
        }
        await using (BotHost third = await BotHost.StartAsync(_folder.Path))
        {
            third.Services.GetServices<IChannel>().ShouldNotContain(channel => channel.Label == "小区网关");
            using HttpClient admin = await third.SignInAsync("管理员", Access.Admin);
            (await admin.GetTextAsync("/console/channels/http")).ShouldContain("停用着");
            await admin.PostFormAsync("/console/channels/http", "/console/channels/http/enable");
            Saved.Off.ShouldBeEmpty();
            await SaveAsync(admin, "/console/channels/http", ("Gateways:gate1:Hears", "All"), ("remove:Gateways:gate1", "true"));
            Saved.Values.ShouldBeEmpty("the only one is gone");
            await SaveAsync(admin, "/console/channels/http", ("new", "gate2"), ("new:Secret", new string('s', 40)));
            await admin.PostFormAsync("/console/channels/http", "/console/channels/http/unset");
            (await admin.GetTextAsync("/console/channels/http")).ShouldContain("没有清掉：请先勾上");
            await admin.PostFormAsync("/console/channels/http", "/console/channels/http/unset", ("sure", "true"));
            Saved.Values.ShouldBeEmpty();
            (await admin.GetTextAsync("/console/channels")).ShouldNotContain("保存了还没用上");
        }
    }

    [Fact]
    public async Task What_stands_elsewhere_is_shown_and_not_changed_here()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path, settings: [("Channels:WeCom:BotName", "小格"), ($"Channels:WeCom:Webhooks:{Group}", "abc")]);
        using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        string page = await admin.GetTextAsync(Page);
        page.ShouldContain("写在启动的命令行里，这里改不了");
        page.ShouldContain("写在环境变量或启动的命令行里，要删请到那里删");
        await SaveAsync(admin, Page, ("BotName", "别的"), ($"remove:Webhooks:{Group}", "true"), ("WebhookFormat", "Markdown"));
        Saved.Values.Keys.ShouldBe(["Channels:WeCom:WebhookFormat"]);
        await admin.PostFormAsync(Page, $"{Page}/disable");
        (await admin.GetTextAsync(Page)).ShouldContain("请在那里去掉");
        Saved.Off.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http", "10.0.0.9:5080", true, false)]
    [InlineData("https", "10.0.0.9", false, false)]
    [InlineData("https", "bot.example.org", false, true)]
    public async Task The_address_to_paste_is_the_one_the_page_was_opened_with_and_says_what_is_wrong_with_it(string scheme, string host, bool clear, bool reachable)
    {
        await using BotHost server = await BotHost.StartAsync(_folder.Path, settings: ("Proxy:Addresses", "127.0.0.1"));
        using HttpClient admin = await server.SignInAsync("管理员", Access.Admin);
        using HttpRequestMessage request = new(HttpMethod.Get, Page);
        foreach ((string name, string value) in new[] { ("For", "10.0.0.7"), ("Proto", scheme), ("Host", host) }) { request.Headers.Add($"X-Forwarded-{name}", value); }
        string text = WebUtility.HtmlDecode(await (await admin.SendAsync(request, Token)).Content.ReadAsStringAsync(Token));
        text.ShouldContain($">{scheme}://{host}/channels/wecom<");
        text.Contains("密钥会明文经过网络", StringComparison.Ordinal).ShouldBe(clear);
        text.Contains("对方从外面连不到", StringComparison.Ordinal).ShouldBe(!reachable);
    }

    [Fact]
    public async Task A_page_that_somebody_else_overtook_is_refused_with_what_was_typed()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        string before = await admin.GetStringAsync(Page, Token);
        await SaveAsync(admin, "/console/channels/dingtalk", ("Webhooks", ""), ("MostCharacters", "300"));
        HttpResponseMessage late = await SaveAsync(admin, before, Page, ("BotId", "aib-late"), ("Secret", "x"));
        string text = WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync(Token));
        text.ShouldContain("刚有人改过这里的设置");
        text.ShouldContain("value=\"aib-late\"");
        Saved.Values.Keys.ShouldNotContain("Channels:WeCom:BotId");
    }

    [Fact]
    public async Task A_file_that_was_damaged_meanwhile_is_told_and_not_overwritten()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        string location = new SavedSettingsFile(_folder.Path).Location;
        Directory.CreateDirectory(Path.GetDirectoryName(location)!);
        await File.WriteAllTextAsync(location, "{", Token);
        (await admin.GetTextAsync("/console/channels")).ShouldContain("写坏了");
        await SaveAsync(admin, Page, ("BotId", "a"), ("Secret", "b"));
        (await admin.GetTextAsync(Page)).ShouldContain("没有保存：存设置的文件读不出");
        (await File.ReadAllTextAsync(location, Token)).ShouldBe("{");
    }

    [Fact]
    public async Task Nobody_but_an_administrator_comes_in()
    {
        await using BotHost host = await BotHost.StartAsync(_folder.Path);
        using HttpClient worker = await host.SignInAsync("陈秀兰", Access.Worker);
        (await worker.GetAsync(Page, Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await worker.PostFormAsync("/console/more", $"{Page}/settings", ("BotId", "a"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await worker.PostFormAsync("/console/more", $"{Page}/reconnect")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Client.GetAsync(Page, Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        (await admin.GetAsync("/console/channels/nothing", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await admin.PostFormAsync(Page, "/console/channels/nothing/settings")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private const string SaveFormAct = Bot.Console.Channels.Forms.SaveFormHandler.Act;

    private static async Task<HttpResponseMessage> SaveAsync(HttpClient client, string page, params (string Name, string Value)[] fields) =>
        await SaveAsync(client, await client.GetStringAsync(page, Token), page, fields);

    /// <summary>As a browser does with a page it has: what stands in it goes along, and the fields instead.</summary>
    private static async Task<HttpResponseMessage> SaveAsync(HttpClient client, string html, string page, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(FormFields.In(html, $"{page}/settings").Where(field => !fields.Any(own => own.Name == field.Name)).Concat(fields)
            .Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync($"{page}/settings", form, Token);
    }

    private static async Task<T> ReadAsync<T>(BotHost host, Func<BotDbContext, Task<T>> work)
    {
        await using BotDbContext db = await host.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync(Token);
        return await work(db);
    }
}
