using System.Text.Json.Nodes;
using Bot.Channels.Feishu.Sending;
using Bot.Messaging;
using Bot.Messaging.Pictures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Channels.Feishu;

public sealed class SendingTests
{
    private const string Messages = "/open-apis/im/v1/messages";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_quotes_and_calls_and_its_own_id_is_known()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        string group = await rig.HearAsync("om_1");
        string sender = (await rig.StoredAsync())[0].Sender;
        await rig.SayAsync("答:1", group, $"@{sender} 记下了，<at user_id=\"all\">x</at>", replyTo: "om_1");
        OutboxMessage row = await rig.BecomesAsync("答:1", OutboxState.Sent);

        ApiRequest request = rig.Gateway.To($"{Messages}/om_1/reply").ShouldHaveSingleItem();
        request.Body!.AsObject().Select(field => field.Key).ShouldBe(["content", "msg_type", "uuid"]);
        Text(request).ShouldBe($"<at user_id=\"ou_u1\">{sender}</at> 记下了，＜at user_id=\"all\">x＜/at>");
        ((string)request.Body["uuid"]!).Length.ShouldBeLessThanOrEqualTo(50);
        row.SentAs.ShouldBe("om_said1");
    }

    [Fact]
    public async Task Of_its_own_accord_it_speaks_in_the_group_and_to_a_person_alone()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        string group = await rig.HearAsync("om_1", from: "ou_chen");
        await rig.KnowAsync("ou_chen", "陈一");
        rig.Channel.Reaches("陈一").ShouldBeTrue();
        await rig.SayAsync("通知:1", group, "今晚停水");
        await rig.SayAsync("催:1", PrivateLine.To("陈一"), "有一件急事");
        await rig.BecomesAsync("通知:1", OutboxState.Sent);
        await rig.BecomesAsync("催:1", OutboxState.Sent);
        rig.Gateway.To(Messages).OrderBy(request => request.Query).Select(request => (request.Query, (string)request.Body!["receive_id"]!))
            .ShouldBe([("?receive_id_type=chat_id", "oc_1"), ("?receive_id_type=open_id", "ou_chen")]);
        await rig.SayAsync("哪里:1", "没听过的群", "在吗");
        (await rig.BecomesAsync("哪里:1", OutboxState.Failed)).Error.ShouldBe("飞书里还没有在这里听到过话，不知道往哪里发");
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_under_the_same_key_and_said_once()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        string group = await rig.HearAsync("om_1");
        int tries = 0;
        rig.Gateway.Act = (request, http) =>
        {
            if (request.Path != Messages || ++tries > 2) { return Task.FromResult(false); }
            rig.Gateway.Keys.TryAdd((string)request.Body!["uuid"]!, "om_first");
            rig.Gateway.Said.TryAdd("om_first", request);
            http.Abort();
            return Task.FromResult(true);
        };
        await rig.SayAsync("答:1", group);
        await rig.AdvanceToRetryAsync("答:1");
        await rig.AdvanceToRetryAsync("答:1", tries: 2);
        (await rig.BecomesAsync("答:1", OutboxState.Sent)).SentAs.ShouldBe("om_first");
        rig.Gateway.To(Messages).Select(request => (string)request.Body!["uuid"]!).Distinct().Count().ShouldBe(1);
        rig.Gateway.Said.Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_an_hour_in_doubt_a_person_looks()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        string group = await rig.HearAsync("om_1");
        rig.Gateway.Act = (request, http) =>
        {
            if (request.Path != Messages) { return Task.FromResult(false); }
            http.Abort();
            return Task.FromResult(true);
        };
        await rig.SayAsync("答:1", group);
        await Eventually.TrueAsync(async () => (await rig.RowAsync("答:1")).Attempts > 0, "it was tried");
        rig.Clock.Set(rig.Clock.GetUtcNow() + TimeSpan.FromMinutes(55));
        await rig.AdvanceToNowAsync("答:1");
        (await rig.BecomesAsync("答:1", OutboxState.InDoubt)).Error.ShouldBe("早先发过一次，没有回音，可能已经在群里了；请看一眼，没有再重发");
    }

    [Fact]
    public async Task A_token_that_ran_out_is_renewed_and_one_that_is_refused_too()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        string group = await rig.HearAsync("om_1");
        await SentAsync(rig, "答:1", group);
        Tokens(rig).ShouldBe(1, "asked for once");
        rig.Gateway.ExpireTokens();
        await SentAsync(rig, "答:2", group);
        Tokens(rig).ShouldBe(2);
        rig.Clock.Advance(TimeSpan.FromSeconds(7200) - TenantToken.Early - TimeSpan.FromSeconds(60));
        await SentAsync(rig, "答:3", group);
        Tokens(rig).ShouldBe(2);
        rig.Clock.Advance(TimeSpan.FromSeconds(61));
        await SentAsync(rig, "答:4", group);
        Tokens(rig).ShouldBe(3, "three minutes before its end");
        rig.Gateway.Said.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(429, 99991400)]
    [InlineData(400, 99991400)]
    [InlineData(400, 230020)]
    public async Task Too_often_is_tried_later_and_said_once(int status, int code)
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        string group = await rig.HearAsync("om_1");
        int tries = 0;
        rig.Gateway.Act = async (request, http) =>
        {
            if (request.Path != Messages || ++tries > 2) { return false; }
            http.Response.StatusCode = status;
            http.Response.Headers["x-ogw-ratelimit-reset"] = "9";
            await http.Response.WriteAsync($$"""{"code":{{code}},"msg":"request trigger frequency limit"}""");
            return true;
        };
        await rig.SayAsync("答:1", group);
        (await rig.AdvanceToRetryAsync("答:1")).ShouldBe(TimeSpan.FromSeconds(9));
        (await rig.RowAsync("答:1")).Error.ShouldBe("飞书说发得太频繁，稍后再发");
        await rig.AdvanceToRetryAsync("答:1", tries: 2);
        await rig.BecomesAsync("答:1", OutboxState.Sent);
        rig.Gateway.Said.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_quoted_words_are_gone_it_answers_without_them_and_what_is_refused_is_told()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        string group = await rig.HearAsync("om_1");
        rig.Gateway.Act = async (request, http) =>
        {
            bool reply = request.Path.EndsWith("/reply", StringComparison.Ordinal);
            if (!reply && request.Body?["content"]?.ToString().Contains("出群", StringComparison.Ordinal) != true) { return false; }
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync(reply ? """{"code":230011,"msg":"recalled"}""" : """{"code":230002,"msg":"out of the chat"}""");
            return true;
        };
        await rig.SayAsync("答:1", group, replyTo: "om_1");
        await rig.BecomesAsync("答:1", OutboxState.Sent);
        rig.Gateway.To(Messages).ShouldHaveSingleItem();
        await rig.SayAsync("答:2", group, "出群以后");
        (await rig.BecomesAsync("答:2", OutboxState.Failed)).Error.ShouldBe("机器人不在这个群里，请先把它加进群（错误码 230002）");
    }

    [Fact]
    public async Task What_was_said_is_taken_back_once()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        string group = await rig.HearAsync("om_1");
        OutboxMessage said = await SentAsync(rig, "答:1", group);
        await rig.SayAsync("recall:1", group, "", replyTo: said.SentAs, recalls: said.Id);
        await rig.BecomesAsync("recall:1", OutboxState.Sent);
        rig.Gateway.Said.ShouldBeEmpty();
        rig.Gateway.Requests.Last().ShouldBe(rig.Gateway.Requests.Last() with { Method = "DELETE", Path = $"{Messages}/om_said1" });
        await rig.SayAsync("recall:2", group, "", replyTo: said.SentAs, recalls: said.Id);
        await rig.BecomesAsync("recall:2", OutboxState.Sent);
        await rig.SayAsync("recall:3", group, "", replyTo: "答:1", recalls: said.Id);
        await rig.BecomesAsync("recall:3", OutboxState.Sent);
        rig.Gateway.Requests.Last().Path.ShouldBe($"{Messages}/om_said1", "its id is known by the row");
    }

    [Fact]
    public async Task Five_a_second_in_a_group()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        string group = await rig.HearAsync("om_1");
        for (int n = 1; n <= 7; n++) { await rig.SayAsync($"答:{n}", group, $"第{n}句"); }
        await rig.BecomesAsync("答:5", OutboxState.Sent);
        await Eventually.TrueAsync(() => rig.Clock.NextTimer is { } next && next - rig.Clock.GetUtcNow() <= TimeSpan.FromSeconds(1), "the sixth waits");
        rig.Gateway.Said.Count.ShouldBe(5);
        rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await rig.BecomesAsync("答:7", OutboxState.Sent);
        rig.Gateway.To(Messages).Select(Text).ShouldBe(Enumerable.Range(1, 7).Select(n => $"第{n}句"));
    }

    [Fact]
    public async Task Bots_of_groups_sign_and_an_answer_that_is_lost_is_in_doubt()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync(("Webhooks:锦绣苑一网格群:Key", "hook-key"), ("Webhooks:锦绣苑一网格群:Secret", "demo"), ("Webhooks:锦绣苑二网格群:Key", "other"));
        IChannel hooks = rig.Host.Services.GetServices<IChannel>().Single(channel => channel.Name == HookChannel.ChannelName);
        (hooks.Serves("锦绣苑一网格群"), hooks.Serves("别的群"), hooks.Capabilities.Hears).ShouldBe((true, false, Hearing.Nothing));
        await rig.SayAsync("通知:1", "锦绣苑一网格群", "今晚停水", through: HookChannel.ChannelName);
        await rig.SayAsync("通知:2", "锦绣苑二网格群", "今晚停水", through: HookChannel.ChannelName);
        await rig.BecomesAsync("通知:1", OutboxState.Sent);
        await rig.BecomesAsync("通知:2", OutboxState.Sent);
        JsonNode signed = rig.Gateway.To("/open-apis/bot/v2/hook/hook-key").ShouldHaveSingleItem().Body!;
        ((string)signed["sign"]!).ShouldBe(HookChannel.Sign(long.Parse((string)signed["timestamp"]!), "demo"));
        ((string)signed["content"]!["text"]!).ShouldBe("今晚停水");
        rig.Gateway.To("/open-apis/bot/v2/hook/other").ShouldHaveSingleItem().Body!.AsObject().ContainsKey("sign").ShouldBeFalse();

        rig.Gateway.Act = (_, http) =>
        {
            http.Abort();
            return Task.FromResult(true);
        };
        await rig.SayAsync("通知:3", "锦绣苑一网格群", "来水了", through: HookChannel.ChannelName);
        await rig.BecomesAsync("通知:3", OutboxState.InDoubt);
    }

    [Fact]
    public async Task Pictures_are_fetched_and_what_cannot_be_had_is_told()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        await rig.HearAsync("om_1");
        rig.Gateway.ExpireTokens();
        (await rig.FetchAsync("om_1/img_1?type=image")).ShouldBeOfType<FetchedPicture.Content>().Bytes.ShouldBe(System.Text.Encoding.UTF8.GetBytes(FakeGateway.Picture));
        rig.Gateway.Requests.Last().Query.ShouldBe("?type=image");
        int before = rig.Gateway.Requests.Count;
        foreach (string bad in new[] { "", "om_1", "om_1/img_1", "om_1/../x?type=image", "om_1/img_1?type=other", "https://x/y?type=image" })
        {
            (await rig.FetchAsync(bad)).ShouldBeOfType<FetchedPicture.Gone>();
        }
        rig.Gateway.Requests.Count.ShouldBe(before, "nowhere else is asked");
        (int status, string answer) = (400, """{"code":234009,"msg":"no"}""");
        rig.Gateway.Act = async (_, http) =>
        {
            http.Response.StatusCode = status;
            await http.Response.WriteAsync(answer);
            return true;
        };
        (await rig.FetchAsync("om_1/img_1?type=image")).ShouldBe(new FetchedPicture.Gone("飞书不给这张照片（错误码 234009）"));
        (status, answer) = (400, """{"code":99991400,"msg":"often"}""");
        (await rig.FetchAsync("om_1/img_1?type=image")).ShouldBeOfType<FetchedPicture.Later>();
        (status, answer) = (502, "<html>");
        (await rig.FetchAsync("om_1/img_1?type=image")).ShouldBeOfType<FetchedPicture.Later>();
    }

    [Fact]
    public async Task The_settings_are_tested_without_a_word_in_a_group()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        (await rig.Channel.TestAsync(Token)).ShouldBeNull();
        rig.Gateway.Act = async (request, http) =>
        {
            if (!request.Path.EndsWith("/info", StringComparison.Ordinal)) { return false; }
            await http.Response.WriteAsync("""{"code":0,"bot":{"open_id":"ou_bot","activate_status":1}}""");
            return true;
        };
        (await rig.Channel.TestAsync(Token)).ShouldBe("机器人还没有启用（状态 1），请在飞书管理后台启用");
        rig.Gateway.Said.ShouldBeEmpty();
    }

    private static async Task<OutboxMessage> SentAsync(FeishuRig rig, string key, string group)
    {
        await rig.SayAsync(key, group, key);
        return await rig.BecomesAsync(key, OutboxState.Sent);
    }

    private static int Tokens(FeishuRig rig) => rig.Gateway.To("/open-apis/auth/v3/tenant_access_token/internal").Length;

    private static string Text(ApiRequest request) => (string)JsonNode.Parse((string)request.Body!["content"]!)!["text"]!;
}
