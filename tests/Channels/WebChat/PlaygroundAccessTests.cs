using System.Net;
using System.Net.Http.Json;
using Bot.Grids.SignIn;
using Bot.Hosting;
using Tests.Support;

namespace Tests.Channels.WebChat;

public sealed class PlaygroundAccessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Switched_off_it_does_not_exist()
    {
        await using BotHost host = await BotHost.StartAsync(settings: ("Playground:Enabled", "false"));
        (await host.Client.GetAsync("/playground", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await host.Client.PostAsJsonAsync("/playground/api/messages", new { }, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Beyond_this_machine_it_is_the_administrators()
    {
        await using BotHost host = await BotHost.StartAsync(settings: ("Urls", "http://0.0.0.0:0"));
        (await host.Client.GetAsync("/playground", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        HttpClient worker = await host.SignInAsync("陈秀兰", Access.Worker);
        (await worker.GetAsync("/playground", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        HttpClient admin = await host.SignInAsync("管理员", Access.Admin);
        (await admin.GetTextAsync("/playground")).ShouldContain("只有登录的管理员能用");

        using StringWriter greeting = new();
        await host.Get<Greeting>().PrintAsync(greeting, Token);
        greeting.ToString().ShouldContain("模拟群要管理员登录后才能用");
    }
}
