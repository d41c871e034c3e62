using System.Text;
using Bot.Channels.Feishu.Line;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.Feishu;

public sealed class LineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_names_the_bot_is_stored_before_it_is_answered_and_the_rest_is_not_stored()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        (await rig.Gateway.PushAsync("e1", Events.Said("om_1", "3号楼电梯坏了"))).ShouldBe(200);
        Message stored = (await rig.StoredAsync()).ShouldHaveSingleItem();
        (stored.MessageId, stored.Text, stored.Role).ShouldBe(("om_1", "@网格小助手  3号楼电梯坏了", SenderRole.Resident));

        (await rig.Gateway.PushAsync("e2", Events.Said("om_2", "我和我妈吵架了", named: false))).ShouldBe(200);
        (await rig.Gateway.PushAsync("e3", "not json")).ShouldBe(200, "coming again would not help");
        (await rig.StoredAsync()).Count.ShouldBe(1);
        (rig.Channel.Capabilities.Hears, rig.Channel.Connection!.IsUp).ShouldBe((Hearing.WhenNamed, true));
    }

    [Fact]
    public async Task Where_everything_may_be_heard_it_is()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync(("Hears", "All"));
        await rig.Gateway.PushAsync("e1", Events.Said("om_1", "3号楼电梯坏了", named: false));
        await rig.Gateway.PushAsync("e2", Events.Message("om_2", "image", new System.Text.Json.Nodes.JsonObject { ["image_key"] = "img_1" }, parent: "om_1"));
        List<Message> stored = await rig.StoredAsync();
        stored.Select(message => (message.Text, message.ReplyTo)).ShouldBe([("3号楼电梯坏了", null), ("[图片]", "om_1")]);
        stored[1].Images.ShouldHaveSingleItem();
        rig.Channel.Capabilities.Hears.ShouldBe(Hearing.All);
    }

    [Fact]
    public async Task Delivered_twenty_times_and_shuffled_each_is_stored_once()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        Random random = new(20261122);
        string[] deliveries = [.. Enumerable.Range(0, 20).SelectMany(_ => Enumerable.Range(0, 100).Select(n => $"om_{n}"))];
        random.Shuffle(deliveries);
        Task<int>[] answers = [.. deliveries.Select((id, n) => rig.Gateway.PushAsync($"d{n}", Events.Said(id, $"第{id[3..]}条", chat: $"oc_{id[^1]}"), parts: 1 + (n % 3)))];
        (await Task.WhenAll(answers)).ShouldAllBe(code => code == 200);
        List<Message> stored = await rig.StoredAsync();
        stored.Count.ShouldBe(100);
        stored.Select(message => message.Conversation).Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public async Task Messages_keep_their_order()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(n => rig.Gateway.PushAsync($"d{n}", Events.Said($"om_{n}", $"第{n}条"))));
        (await rig.StoredAsync()).Select(message => message.MessageId).ShouldBe(Enumerable.Range(0, 200).Select(n => $"om_{n}"));
    }

    [Fact]
    public async Task Parts_come_in_any_order_and_bytes_that_are_no_frame_harm_nobody()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        string text = string.Concat(Enumerable.Repeat("三号楼电梯坏了，", 200));
        await rig.Gateway.SendAsync(new Frame { Method = Frame.Data, Headers = [new FrameHeader("type", "card"), new FrameHeader("message_id", "c")], Payload = [1] });
        await rig.Gateway.SendAsync(FakeGateway.Event("lonely", 3, 1, [1, 2, 3]));
        (await rig.Gateway.PushAsync("e1", Events.Said("om_1", text), parts: 5, order: [4, 0, 0, 2, 3, 1])).ShouldBe(200);
        (await rig.StoredAsync()).ShouldHaveSingleItem().Text.ShouldContain(text[..1000]);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_answered_so_and_is_stored_when_it_comes_again()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        await rig.HearAsync("om_0");
        await rig.RunSqlAsync("CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(FAIL, 'disk full'); END");
        (await rig.Gateway.PushAsync("e1", Events.Said("om_1", "电梯坏了"))).ShouldBe(500);
        (await rig.StoredAsync()).Count.ShouldBe(1);
        await rig.RunSqlAsync("DROP TRIGGER full");
        (await rig.Gateway.PushAsync("e1", Events.Said("om_1", "电梯坏了"))).ShouldBe(200);
        (await rig.StoredAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_that_breaks_comes_back_and_what_was_unanswered_is_stored_once()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        for (int round = 1; round <= 5; round++)
        {
            await rig.Gateway.SendAsync(FakeGateway.Event($"e{round}", 1, 0, Encoding.UTF8.GetBytes(Events.Said($"om_{round}", "电梯坏了"))));
            rig.Gateway.Kill();
            await Eventually.TrueAsync(() => !rig.Channel.Connection!.IsUp && rig.Clock.NextTimer is not null, "it is noticed");
            int before = rig.Gateway.Connections;
            await rig.AdvanceUntilAsync(() => rig.Gateway.Connections > before && rig.Gateway.IsConnected);
            (await rig.Gateway.PushAsync($"e{round}", Events.Said($"om_{round}", "电梯坏了"))).ShouldBe(200);
        }
        (await rig.StoredAsync()).Select(message => message.MessageId).ShouldBe(Enumerable.Range(1, 5).Select(round => $"om_{round}"));
    }

    [Fact]
    public async Task Without_an_answer_to_its_pings_it_connects_anew()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        rig.Gateway.Pongs = false;
        int before = rig.Gateway.Connections;
        await Eventually.TrueAsync(() =>
        {
            if (rig.Gateway.Connections == before) { rig.Clock.Advance(TimeSpan.FromSeconds(30)); }
            return rig.Gateway.Connections > before;
        }, "another connection");
    }

    [Theory]
    [InlineData(514, "飞书不认 AppId 或 AppSecret（错误码 514），请核对配置，没有再连")]
    [InlineData(403, "飞书不让连（错误码 403）：须是企业自建应用，并在后台选了“使用长连接接收事件”，没有再连")]
    [InlineData(1, "飞书忙（错误码 1），正在重连")]
    [InlineData(1000040343, "飞书忙（错误码 1000040343），正在重连")]
    [InlineData(1000040350, "飞书说这个应用的连接太多，正在重连")]
    public async Task What_the_vendor_says_against_a_connection_is_told(long code, string words)
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        rig.Gateway.EndpointCode = code;
        rig.Gateway.Kill();
        await UntilSaidAsync(rig, words);
        (await rig.Channel.TestAsync(Token)).ShouldBe($"长连接没有连上：{words}");
    }

    [Fact]
    public async Task What_was_given_up_is_tried_again_when_a_person_says_so()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync();
        await Eventually.TrueAsync(() => rig.Channel.Connection!.IsUp, "let in");
        rig.Channel.Reconnect().ShouldBeFalse();
        rig.Gateway.EndpointCode = 514;
        rig.Gateway.Kill();
        await UntilSaidAsync(rig, "飞书不认 AppId 或 AppSecret（错误码 514），请核对配置，没有再连");
        rig.Gateway.EndpointCode = 0;
        int before = rig.Gateway.Connections;
        rig.Channel.Reconnect().ShouldBeTrue();
        await Eventually.TrueAsync(() => rig.Gateway.Connections > before && rig.Channel.Connection!.IsUp, "another connection");
        await rig.HearAsync("om_1");
    }

    [Fact]
    public async Task Words_that_are_taken_back_are_hidden_and_edited_ones_are_new()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync(("Hears", "All"));
        await rig.HearAsync("om_1", "3号楼电梯坏了");
        (await rig.Gateway.PushAsync("r1", Events.Recalled("om_1"))).ShouldBe(200);
        (await rig.StoredAsync())[0].RecalledAt.ShouldNotBeNull();
        await rig.HearAsync("om_2", "4号楼电梯坏了");
        await rig.Gateway.PushAsync("u1", Events.Message("om_2", "text", new System.Text.Json.Nodes.JsonObject { ["text"] = "5号楼电梯坏了" }, eventType: "im.message.updated_v1"));
        List<Message> stored = await rig.StoredAsync();
        stored[^1].Text.ShouldBe("5号楼电梯坏了");
        stored[1].RecalledAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Names_are_asked_for_once_where_the_settings_allow_it()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync(("AskNames", "true"));
        await rig.HearAsync("om_1", from: "ou_a");
        await rig.HearAsync("om_2", from: "ou_a");
        await rig.HearAsync("om_3", from: "ou_b");
        (await rig.StoredAsync()).Select(message => (message.Sender, message.Conversation)).Distinct()
            .ShouldBe([("住户a", "飞书·锦绣苑一网格群"), ("住户b", "飞书·锦绣苑一网格群")]);
        rig.Gateway.Requests.Count(request => request.Path.Contains("/chats/", StringComparison.Ordinal)).ShouldBe(1);
        rig.Gateway.Requests.Count(request => request.Path.Contains("/users/", StringComparison.Ordinal)).ShouldBe(2);
        ConversationReference known = await rig.Host.ReadAsync(db => db.Set<ConversationReference>().SingleAsync(Token));
        known.Title.ShouldBe("锦绣苑一网格群");
    }

    [Fact]
    public async Task Where_names_are_not_told_nobody_asks_again_for_an_hour()
    {
        await using FeishuRig rig = await FeishuRig.StartAsync(("AskNames", "true"));
        rig.Gateway.Act = async (request, http) =>
        {
            if (!request.Path.Contains("/users/", StringComparison.Ordinal)) { return false; }
            http.Response.StatusCode = 400;
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, """{"code":99991672,"msg":"Access denied"}""");
            return true;
        };
        await rig.HearAsync("om_1", from: "ou_0123456789abcdef");
        await rig.HearAsync("om_2", from: "ou_0123456789abcdee");
        (await rig.StoredAsync())[0].Sender.ShouldBe("ou_0123456789abcdef");
        rig.Gateway.Requests.Count(request => request.Path.Contains("/users/", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static Task UntilSaidAsync(FeishuRig rig, string words) => Eventually.TrueAsync(
        () =>
        {
            if (rig.Clock.NextTimer is { } next && rig.Channel.Connection!.Words != words) { rig.Clock.AdvanceTo(next); }
            return rig.Channel.Connection!.Words == words;
        },
        words);
}
