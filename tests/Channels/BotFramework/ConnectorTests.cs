using System.Text.Json;
using Bot.Channels.BotFramework;
using Bot.Messaging;
using Microsoft.Extensions.Configuration;
using Tests.Support;

namespace Tests.Channels.BotFramework;

public sealed class ConnectorTests(BotFrameworkRig rig) : IClassFixture<BotFrameworkRig>
{
    private const string Group = "Bot Framework·试用群";
    private const string Way = "/service/v3/conversations/19%3Aabc%40thread.tacv2/activities";

    [Fact]
    public async Task A_reply_quotes_calls_and_carries_the_bots_own_token()
    {
        await HearAsync("heard");
        OutboxMessage row = await rig.SayAsync(Row("r1", "@小陈 收到，已记下。", "heard"), OutboxState.Sent);
        Asked asked = rig.Service.Requests.Last(request => request.Says("已记下"));
        asked.Method.ShouldBe("POST");
        asked.Authorization.ShouldStartWith("Bearer own-");
        Uri.UnescapeDataString(asked.Path).ShouldBe(Uri.UnescapeDataString(Way) + "/heard");
        JsonElement said = JsonDocument.Parse(asked.Body).RootElement;
        said.GetProperty("text").GetString().ShouldBe("<at>小陈</at> 收到，已记下。");
        said.GetProperty("entities")[0].GetProperty("mentioned").GetProperty("id").GetString().ShouldBe("29:u1");
        said.GetProperty("conversation").GetProperty("id").GetString().ShouldBe("19:abc@thread.tacv2");
        row.SentAs!.ShouldStartWith("sent-");

        await rig.SayAsync(Row("r2", "停水通知"), OutboxState.Sent);
        Uri.UnescapeDataString(rig.Service.Requests.Last(request => request.Says("停水通知")).Path).ShouldBe(Uri.UnescapeDataString(Way), "of its own accord it quotes nothing");
        rig.Service.Requests.Last(request => request.Says("停水通知")).Authorization.ShouldBe(asked.Authorization, "one token for both");
    }

    [Fact]
    public async Task What_is_asked_of_the_connector_is_in_its_description()
    {
        string file = Path.Combine(Repository.File("..", "shared", "contracts"), "bot-connector-swagger.json");
        Assert.SkipUnless(File.Exists(file), "shared material not found");
        await HearAsync("described");
        await rig.SayAsync(Row("d1", "@小陈 好的", "described"), OutboxState.Sent);
        await rig.SayAsync(Row("d2", "好的"), OutboxState.Sent);
        JsonElement description = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).RootElement;
        JsonElement activity = description.GetProperty("definitions").GetProperty("Activity").GetProperty("properties");
        foreach (Asked asked in rig.Service.Requests.Where(request => request.Path.StartsWith("/service", StringComparison.Ordinal)))
        {
            string[] parts = asked.Path["/service".Length..].Split('/');
            string path = "/v3/conversations/{conversationId}/activities" + (parts.Length == 6 ? "/{activityId}" : "");
            description.GetProperty("paths").GetProperty(path).TryGetProperty(asked.Method.ToLowerInvariant(), out _).ShouldBeTrue($"{asked.Method} {path}");
            if (asked.Body.Length == 0) { continue; }
            foreach (JsonProperty property in JsonDocument.Parse(asked.Body).RootElement.EnumerateObject())
            {
                activity.TryGetProperty(property.Name, out JsonElement known).ShouldBeTrue(property.Name);
                if (known.TryGetProperty("type", out JsonElement type)) { KindOf(property.Value).ShouldBe(type.GetString(), property.Name); }
            }
        }
    }

    [Theory]
    [InlineData(429, OutboxState.Sent, 2)]
    [InlineData(503, OutboxState.Sent, 2)]
    [InlineData(401, OutboxState.Sent, 2)]
    [InlineData(403, OutboxState.Failed, 1)]
    [InlineData(404, OutboxState.Failed, 1)]
    [InlineData(500, OutboxState.InDoubt, 1)]
    public async Task Each_answer_has_its_consequence(int status, OutboxState state, int tries)
    {
        await HearAsync($"s{status}");
        int asked = 0;
        rig.Service.Act = (http, request) =>
        {
            if (!request.Says($"答复{status}") || Interlocked.Increment(ref asked) > 1) { return false; }
            http.Response.StatusCode = status;
            if (status is 429 or 503) { http.Response.Headers.RetryAfter = "1"; }
            return true;
        };
        await rig.SayAsync(Row($"s{status}", $"答复{status}"), state);
        asked.ShouldBe(tries);
        rig.Service.Act = (_, _) => false;
    }

    [Fact]
    public async Task A_lost_answer_leaves_it_in_doubt_and_is_not_said_again()
    {
        await HearAsync("lost");
        int asked = 0;
        rig.Service.Act = (http, request) =>
        {
            if (!request.Says("没有回音")) { return false; }
            asked++;
            http.Abort();
            return true;
        };
        (await rig.SayAsync(Row("lost", "没有回音"), OutboxState.InDoubt)).Error.ShouldBe("对方的回音没有收全");
        asked.ShouldBe(1);
        rig.Service.Act = (_, _) => false;
    }

    [Fact]
    public async Task What_was_said_is_deleted()
    {
        await HearAsync("gone");
        await rig.SayAsync(new OutboxMessage { Key = "gone", Channel = "botframework", Conversation = Group, Text = "", ReplyTo = "sent-5", Recalls = 1, Always = true }, OutboxState.Sent);
        Asked asked = rig.Service.Requests.Last(request => request.Method == "DELETE");
        (asked.Method, Uri.UnescapeDataString(asked.Path)).ShouldBe(("DELETE", Uri.UnescapeDataString(Way) + "/sent-5"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", null, true)]
    [InlineData("http://localhost:5080;http://[::1]:5081", null, true)]
    [InlineData("http://0.0.0.0:5080", null, false)]
    [InlineData("http://127.0.0.1:5080;http://*:80", null, false)]
    [InlineData("http://127.0.0.1:5080", "127.0.0.1", false)]
    [InlineData(null, null, true)]
    public void Without_signatures_it_starts_on_this_machine_alone(string? urls, string? proxy, bool starts)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Urls", urls), KeyValuePair.Create("Proxy:Addresses", proxy)]).Build();
        new BotFrameworkCheck(configuration).Validate(null, new BotFrameworkOptions { AllowAnonymous = true }).Succeeded.ShouldBe(starts);
    }

    [Fact]
    public void A_registration_is_whole()
    {
        BotFrameworkCheck check = new(new ConfigurationBuilder().Build());
        check.Validate(null, new BotFrameworkOptions { AppId = "1" }).Failed.ShouldBeTrue();
        check.Validate(null, new BotFrameworkOptions { AppId = "1", AppSecret = "2", AllowAnonymous = true }).Failed.ShouldBeTrue();
        check.Validate(null, new BotFrameworkOptions { AppId = "1", AppSecret = "2" }).Succeeded.ShouldBeTrue();
        check.Validate(null, new BotFrameworkOptions()).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_signatures_only_the_named_address_is_heard_and_off_it_is_not_there()
    {
        await using BotHost open = await BotHost.StartAsync(settings: [("Channels:BotFramework:AllowAnonymous", "true"), ("Channels:BotFramework:ServiceUrls", "http://127.0.0.1:3000")]);
        (await PostAsync(open, rig.Body("a", serviceUrl: "http://127.0.0.1:3000"))).ShouldBe(200);
        (await PostAsync(open, rig.Body("b", serviceUrl: "http://127.0.0.1:4000"))).ShouldBe(401);
        using HttpRequestMessage forwarded = new(HttpMethod.Post, "/api/messages") { Content = new StringContent(rig.Body("d", serviceUrl: "http://127.0.0.1:3000"), System.Text.Encoding.UTF8, "application/json") };
        forwarded.Headers.Add("X-Forwarded-For", "192.0.2.1");
        ((int)(await open.Client.SendAsync(forwarded, TestContext.Current.CancellationToken)).StatusCode).ShouldBe(401, "through another server");
        await using BotHost off = await BotHost.StartAsync();
        (await PostAsync(off, rig.Body("c"))).ShouldBe(404);
    }

    private static async Task<int> PostAsync(BotHost host, string body)
    {
        using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");
        return (int)(await host.Client.PostAsync("/api/messages", content, TestContext.Current.CancellationToken)).StatusCode;
    }

    private async Task HearAsync(string id) => (await rig.SendAsync("Bearer " + rig.Service.Token(), rig.Body(id))).ShouldBe(200);

    private static OutboxMessage Row(string key, string text, string? replyTo = null) =>
        new() { Key = key, Channel = "botframework", Conversation = Group, Text = text, ReplyTo = replyTo, Always = true };

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "object",
    };
}
