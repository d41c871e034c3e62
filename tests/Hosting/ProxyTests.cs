using System.Net;
using Tests.Support;

namespace Tests.Hosting;

/// <summary>What a web server in front says of a request counts only when it is named in the settings.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("10.9.9.9", false)]
    public async Task Behind_a_web_server_nobody_is_taken_for_one_at_this_machine(string? known, bool isLocal)
    {
        await using BotHost host = await BotHost.StartAsync(settings: known is null ? [] : [("Proxy:Addresses", known)]);
        using HttpClient nobody = host.NewClient();
        (await nobody.GetAsync("/playground", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(isLocal ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
        string health = await nobody.GetStringAsync("/readyz", TestContext.Current.CancellationToken);
        health.ShouldContain("\"status\":\"");
        health.Contains("\"description\":\"", StringComparison.Ordinal).ShouldBe(isLocal);
        using HttpClient admin = await host.SignInAsync("管理员", "admin");
        (await admin.GetStringAsync("/readyz", TestContext.Current.CancellationToken)).ShouldContain("\"description\":\"");
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:")]
    [InlineData("10.9.9.9", "http://127.0.0.1:")]
    [InlineData("127.0.0.1", "https://bot.example.cn/signin/")]
    [InlineData("10.0.0.0/8, 127.0.0.0/8", "https://bot.example.cn/signin/")]
    public async Task The_address_of_a_link_is_the_one_people_use(string? known, string expected)
    {
        await using BotHost host = await BotHost.StartAsync(settings: known is null ? [] : [("Proxy:Addresses", known)]);
        using HttpClient admin = await host.SignInAsync("管理员", "admin");
        admin.DefaultRequestHeaders.Add("X-Forwarded-Host", "bot.example.cn");
        admin.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        admin.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        HttpResponseMessage made = await admin.PostFormAsync("/console/people", "/console/people/link", ("person", "何建国"));
        (await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(expected);
    }
}
