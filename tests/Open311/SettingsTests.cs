using System.Text.Json;
using Bot.Hosting.Settings;
using Bot.Open311;
using Microsoft.Extensions.Configuration;
using Tests.Support;

namespace Tests.Open311;

public sealed class SettingsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Off_it_is_not_there()
    {
        await using BotHost host = await BotHost.StartAsync();
        foreach (string path in new[] { "/open311/discovery.json", "/open311/v2/services.json", "/open311/v2/requests.xml", "/open311/v2/tokens/1.json" })
        {
            ((int)(await host.Client.GetAsync(path, Token)).StatusCode).ShouldBe(404, path);
        }
        using FormUrlEncodedContent form = new([KeyValuePair.Create("service_code", "lift")]);
        ((int)(await host.Client.PostAsync("/open311/v2/requests.json", form, Token)).StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task Open_to_read_it_is_not_open_to_file_and_everybody_is_counted()
    {
        await using BotHost host = await BotHost.StartAsync(settings: [("Channels:Open311:ReadWithoutKey", "true"), ("Channels:Open311:PerMinute", "4"), ("Channels:Open311:Jurisdiction", "chunhe.example")]);
        ((int)(await host.Client.GetAsync("/open311/v2/requests.json", Token)).StatusCode).ShouldBe(200);
        ((int)(await host.Client.GetAsync("/open311/v2/services.json?jurisdiction_id=chunhe.example", Token)).StatusCode).ShouldBe(200);
        ((int)(await host.Client.GetAsync("/open311/v2/services.json?jurisdiction_id=elsewhere.example", Token)).StatusCode).ShouldBe(404);
        using FormUrlEncodedContent form = new([KeyValuePair.Create("service_code", "lift"), KeyValuePair.Create("address_string", "1号楼")]);
        ((int)(await host.Client.PostAsync("/open311/v2/requests.json", form, Token)).StatusCode).ShouldBe(403);
        HttpResponseMessage often = await host.Client.GetAsync("/open311/v2/requests.json", Token);
        ((int)often.StatusCode, often.Headers.RetryAfter?.Delta).ShouldBe((429, TimeSpan.FromSeconds(60)));
        JsonDocument.Parse(await often.Content.ReadAsStringAsync(Token)).RootElement[0].GetProperty("code").GetInt32().ShouldBe(429);
    }

    [Theory]
    [InlineData("Channels:Open311:Clients:hotline:ApiKey", "short", "ApiKey = \"***\"，至少 32 个字符")]
    [InlineData("Channels:Open311:Clients:hotline:Key", "x", "没有 Channels:Open311:Clients:hotline:Key 这一项")]
    [InlineData("Channels:Open311:PerMinute", "0", "须在 1 到 100000 之间")]
    public void A_wrong_setting_is_named(string key, string value, string words) =>
        SettingsCheck.Errors(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)value)]).Build()).ShouldHaveSingleItem().ShouldContain(words);

    [Fact]
    public void A_client_has_a_plain_name_and_a_key_of_its_own()
    {
        Open311Options options = new()
        {
            Clients = { ["热线"] = new ClientOptions { ApiKey = Open311Rig.Key }, ["a"] = new ClientOptions(), ["b"] = new ClientOptions { ApiKey = Open311Rig.Key } },
        };
        new ClientCheck().Validate(null, options).Failures!.ShouldBe([
            "Channels:Open311:Clients:热线，名字只能用字母、数字和连字符，最多 40 个",
            "Channels:Open311:Clients:a:ApiKey 没有写，至少 32 个字符，可用 openssl rand -hex 32 生成",
            "Channels:Open311:Clients:b:ApiKey 和 热线 的一样，请各用各的",
        ]);
    }
}
