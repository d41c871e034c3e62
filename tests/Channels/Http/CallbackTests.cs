using System.Text.Json;
using Bot.Messaging;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Tests.Channels.Http;

public sealed class CallbackTests : IClassFixture<HttpRig>
{
    private const string Group = "大厅网关·试用群";

    private readonly HttpRig _rig;

    public CallbackTests(HttpRig rig)
    {
        _rig = rig;
        // the gateway forgets what the test before made of it
        _rig.Gateway.Act = (_, _) => Task.FromResult(false);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_bot_says_is_posted_signed_with_a_key_and_quotes_the_message()
    {
        await _rig.SendAsync(HttpRig.Body("heard"));
        await _rig.SayAsync("答:1", Group, "@12-2-301小沈 收到，已记下。", replyTo: "heard");
        OutboxMessage row = await _rig.RowAsync("答:1", OutboxState.Sent);

        GatewayPost post = _rig.Gateway.Last("答:1");
        post.Headers["X-Bot-Signature"].ShouldBe(HttpRig.Sign(long.Parse(post.Headers["X-Bot-Timestamp"]), post.Headers["X-Bot-Nonce"], post.Body));
        post.Headers["X-Bot-Key"].ShouldBe("gate1");
        JsonElement said = post.Activity;
        said.GetProperty("type").GetString().ShouldBe("message");
        said.GetProperty("id").GetString().ShouldBe("答:1");
        said.GetProperty("replyToId").GetString().ShouldBe("heard");
        said.GetProperty("conversation").GetProperty("id").GetString().ShouldBe("g1");
        said.GetProperty("text").GetString().ShouldBe("@12-2-301小沈 收到，已记下。");
        JsonElement mention = said.GetProperty("entities")[0];
        (mention.GetProperty("mentioned").GetProperty("id").GetString(), mention.GetProperty("text").GetString()).ShouldBe(("u1", "@12-2-301小沈"));
        row.SentAs!.ShouldStartWith("said-");
    }

    [Fact]
    public async Task A_lost_answer_is_tried_again_under_the_same_key_and_said_once()
    {
        await _rig.SendAsync(HttpRig.Body("lost"));
        int tries = 0;
        _rig.Gateway.Act = (post, http) =>
        {
            if (post.Key != "lost:1" || Interlocked.Increment(ref tries) > 2) { return Task.FromResult(false); }
            _rig.Gateway.Said.TryAdd(post.Key, post.Activity);
            http.Abort();
            return Task.FromResult(true);
        };
        await _rig.SayAsync("lost:1", Group, "只说一次");
        await _rig.RowAsync("lost:1", OutboxState.Sent);
        tries.ShouldBe(3);
        _rig.Gateway.Posts.Where(post => post.Key == "lost:1").Select(post => post.Headers["X-Bot-Nonce"]).Distinct().Count().ShouldBe(3, "each try is signed anew");
        _rig.Gateway.Said.Values.Count(said => said.TryGetProperty("text", out JsonElement text) && text.GetString() == "只说一次").ShouldBe(1);
    }

    [Theory]
    [InlineData(429, "1")]
    [InlineData(503, "1")]
    [InlineData(500, null)]
    public async Task What_may_pass_is_tried_again(int status, string? after)
    {
        await _rig.SendAsync(HttpRig.Body("busy"));
        string key = $"busy:{status}";
        int tries = 0;
        _rig.Gateway.Act = (post, http) =>
        {
            if (post.Key != key || Interlocked.Increment(ref tries) > 1) { return Task.FromResult(false); }
            http.Response.StatusCode = status;
            if (after is not null) { http.Response.Headers.RetryAfter = after; }
            return Task.FromResult(true);
        };
        await _rig.SayAsync(key, Group, "晚一点");
        await _rig.RowAsync(key, OutboxState.Queued);
        await Tests.Support.Eventually.TrueAsync(() => tries > 0, "it was tried");
        _rig.Gateway.Said.ContainsKey(key).ShouldBeFalse();
        await _rig.RowAsync(key, OutboxState.Sent);
        tries.ShouldBe(2);
    }

    [Theory]
    [InlineData(400, "网关不收这条，答复 400")]
    [InlineData(401, "网关不认签名，请核对两边的密钥和时钟")]
    [InlineData(302, "网关要求转到别的网址，没有照办；请在配置里写对回调网址")]
    public async Task What_cannot_pass_is_shown_to_people(int status, string words)
    {
        await _rig.SendAsync(HttpRig.Body("refused"));
        string key = $"refused:{status}";
        _rig.Gateway.Act = (post, http) =>
        {
            http.Response.StatusCode = post.Key == key ? status : 200;
            http.Response.Headers.Location = "http://127.0.0.1:9/elsewhere";
            return Task.FromResult(post.Key == key);
        };
        await _rig.SayAsync(key, Group, "发不出去");
        (await _rig.RowAsync(key, OutboxState.Failed)).Error.ShouldBe(words);
    }

    [Fact]
    public async Task A_group_never_heard_and_a_gateway_without_an_address()
    {
        await _rig.SayAsync("nowhere", "没听过的群", "在吗");
        (await _rig.RowAsync("nowhere", OutboxState.Failed)).Error.ShouldBe("这个渠道里还没有这个会话，要先在里面听到一句话");
        IChannel deaf = _rig.Host.Services.GetServices<IChannel>().Single(channel => channel.Name == "http-deaf");
        (deaf.Capabilities.Speaks, deaf.Reaches("谁")).ShouldBe((false, false));
    }

    [Fact]
    public async Task The_settings_are_tested_without_a_word_in_a_group()
    {
        _rig.Gateway.Act = (_, _) => Task.FromResult(false);
        IChannel channel = _rig.Host.Services.GetServices<IChannel>().Single(each => each.Name == "http-gate1");
        (await channel.TestAsync(Token)).ShouldBeNull();
        _rig.Gateway.Posts.Last().Activity.GetProperty("type").GetString().ShouldBe("event");
        _rig.Gateway.Act = (_, http) =>
        {
            http.Response.StatusCode = 401;
            return Task.FromResult(true);
        };
        (await channel.TestAsync(Token)).ShouldBe("网关不认签名，请核对两边的密钥和时钟");
    }

    [Fact]
    public async Task What_was_said_is_taken_back_at_the_gateway()
    {
        await _rig.SendAsync(HttpRig.Body("back"));
        await _rig.Host.Get<WriteQueue>().RunAsync(
            (db, _) =>
            {
                _rig.Host.Get<Outbox>().Say(db, new OutboxMessage { Key = "recall:1", Channel = "http-gate1", Conversation = Group, Text = "", ReplyTo = "said-9", Recalls = 1, Always = true });
                return Task.CompletedTask;
            },
            Token);
        await _rig.RowAsync("recall:1", OutboxState.Sent);
        JsonElement said = _rig.Gateway.Last("recall:1").Activity;
        (said.GetProperty("type").GetString(), said.GetProperty("id").GetString()).ShouldBe(("messageDelete", "said-9"));
    }
}
