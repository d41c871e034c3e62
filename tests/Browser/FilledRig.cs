using System.Net;
using System.Text.RegularExpressions;
using Bot.Grids.SignIn;
using Bot.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Tests.Console;

namespace Tests.Browser;

/// <summary>The sample community in the middle of a working day, and one window on it that stays open.</summary>
public sealed partial class FilledRig : IAsyncLifetime
{
    public const string Lead = ConsoleRig.Lead;

    /// <summary>A photo of one pixel.</summary>
    public static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly ConsoleRig _console = new();
    private Chromium? _browser;

    /// <summary>The administrator's window.</summary>
    public IPage Page { get; private set; } = null!;

    /// <summary>Seq of a message the engine was not sure of.</summary>
    public long Doubt { get; private set; }

    public IServiceProvider Services => _console.Host.Services;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsInstalled) { return; }
        await _console.InitializeAsync();
        await FillTicketsAsync();
        await FillRestAsync();
        _browser = await Chromium.StartAsync();
        Page = await SignInAsync("管理员", 1280, 800);
    }

    /// <summary>Another window, in which nobody has signed in.</summary>
    public async Task<IPage> OpenAsync(int width = 390, int height = 844, bool script = true)
    {
        Chromium.SkipWithout();
        return await _browser!.OpenAsync(_console.Host.Address, width, height, script);
    }

    public async Task<IPage> SignInAsync(string person, int width = 390, int height = 844, bool script = true)
    {
        IPage page = await OpenAsync(width, height, script);
        await page.GotoAsync(await _console.Host.Get<SignInLinks>().CreateAsync(person, person == "管理员" ? Access.Admin : Access.Worker, Token));
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/console$"), new() { Timeout = 20_000 });
        return page;
    }

    /// <summary>One more ticket, in work.</summary>
    public async Task<int> AcceptedAsync(string text = "楼道感应灯坏了")
    {
        int number = await _console.OpenAsync(text);
        await ActAsync(number, "accept");
        return number;
    }

    public Task<Ticket> TicketAsync(int number) => _console.TicketAsync(number);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) { await _browser.DisposeAsync(); }
        if (_console.Host is not null) { await _console.DisposeAsync(); }
    }

    private async Task FillTicketsAsync()
    {
        int captured = await _console.OpenAsync(matter: "电梯异响");
        await _console.OpenAsync("12号楼2单元着火了！！", "12-2-301小陈", Urgency.Emergency, "12号楼2单元", "着火");
        int under = await _console.OpenAsync("楼道灯不亮，晚上看不见", "5-2-301老赵", matter: "楼道灯不亮");
        await ActAsync(under, "accept");
        await ActAsync(under, "dispatch", ("to", "物业维修老吴"));
        await ActAsync(under, "contact", ("text", "说好下午三点上门看"));
        int done = await _console.OpenAsync("单元门关不上", "2-2-1101豆豆妈", matter: "单元门关不上");
        await ActAsync(done, "accept");
        await ResolveAsync(done);
        int over = await _console.OpenAsync("垃圾桶满了没人收", matter: "垃圾没收");
        await ActAsync(over, "accept");
        await ActAsync(over, "resolve", ("cause", "保洁已清走，增加一次清运"));
        await ActAsync(over, "verify");
        await ActAsync(over, "rate", ("reporter", "3-1-502"), ("rating", "满意"));
        int twice = await _console.OpenAsync("电梯咯噔响", "3-1-601王姐", matter: "电梯异响");
        await ActAsync(twice, "merge", ("into", $"{captured}"));
        int late = await _console.OpenAsync("下水道堵了，反味", "1-1-102", location: "1号楼1单元", matter: "下水道堵");
        await ActAsync(late, "accept");
        await _console.WriteAsync((db, token) => db.Set<Ticket>().Where(ticket => ticket.Number == late)
            .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.DueAt, DateTimeOffset.UnixEpoch).SetProperty(ticket => ticket.PromisedAt, DateTimeOffset.UnixEpoch), token));
        int silent = await _console.OpenAsync("家里老人没人照看", "6-1-201", matter: "老人照看");
        await ActAsync(silent, "private", ("on", "true"));
        await ActAsync(silent, "snooze", ("until", "morning"));
        int refused = await _console.OpenAsync("谁家有旧衣服要卖吗", "早起的鸟儿", matter: "旧衣服");
        await ActAsync(refused, "reject");
    }

    private async Task FillRestAsync()
    {
        Doubt = await _console.WonderAsync();
        await _console.AskAsync();
        await _console.AskAsync("居住证到期了在哪儿续？");
        string notice = await PostAsync(
            _console.Admin, "/console/notices", from: "/console/notices/new",
            ("version", "0"), ("title", "停水"), ("text", "今天下午1点到5点，1—12号楼停水。请提前存水"), ("plan", "hand"), ("night", "true"));
        await PostAsync(_console.Admin, $"{notice}/send", notice, ("version", "0"));
        await PostAsync(
            _console.Worker, "/console/records", "/console/records",
            ("group", ConsoleRig.Group), ("newGroup", ""), ("text", "3-1-502王姐:\n3号楼1单元电梯又坏了\n\n5-2-301老赵:\n早上好\n\n物业小李:\n收到，马上叫人\n"));
        await PostAsync(_console.Admin, "/console/knowledge/batch", "/console/knowledge/batch", ("text", "尊老金满几岁能领\n成都的社保卡怎么补办，不回答"));
        await PostAsync(_console.Worker, "/console/day/evening", "/console/day/evening", ("to", "林志强"), ("words", "电梯等配件，明早九点师傅来。"));
    }

    /// <summary>Where it leads; what is refused would leave a page empty without a word.</summary>
    private static async Task<string> PostAsync(HttpClient client, string action, string from, params (string Name, string Value)[] fields)
    {
        using MultipartFormDataContent form = await FormAsync(client, from, fields);
        return await PostAsync(client, action, form);
    }

    private static async Task<string> PostAsync(HttpClient client, string action, HttpContent form)
    {
        HttpResponseMessage answer = await client.PostAsync(action, form, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, $"{action}: {Refusal().Match(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)))}");
        return answer.Headers.Location!.ToString();
    }

    private static async Task<MultipartFormDataContent> FormAsync(HttpClient client, string from, params (string Name, string Value)[] fields)
    {
        MultipartFormDataContent form = new() { { new StringContent(Antiforgery().Match(await client.GetStringAsync(from, Token)).Groups[1].Value), "__RequestVerificationToken" } };
        foreach ((string name, string value) in fields) { form.Add(new StringContent(value), name); }
        return form;
    }

    private async Task ActAsync(int number, string act, params (string, string)[] fields)
    {
        int version = (await _console.TicketAsync(number)).Version;
        await PostAsync(_console.Worker, $"/console/tickets/{number}/{act}", $"/console/tickets/{number}", [("version", $"{version}"), .. fields]);
    }

    private async Task ResolveAsync(int number)
    {
        using MultipartFormDataContent form = await FormAsync(
            _console.Worker, $"/console/tickets/{number}", ("version", $"{(await _console.TicketAsync(number)).Version}"), ("cause", "门轴松了，已紧固上油"));
        form.Add(new ByteArrayContent(Picture), "photo", "after.png");
        await PostAsync(_console.Worker, $"/console/tickets/{number}/resolve", form);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();

    [GeneratedRegex("role=\"alert\">[^<]*")]
    private static partial Regex Refusal();
}
