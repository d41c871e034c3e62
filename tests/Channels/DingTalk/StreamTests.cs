using System.Text.Json.Nodes;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.DingTalk;

/// <summary>What Stream connections bring, and what their faults do.</summary>
public sealed class StreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_names_the_bot_is_stored_and_then_acknowledged()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string conversation = await rig.HearAsync(Payloads.Said("M1"));
        Message stored = (await rig.StoredAsync()).ShouldHaveSingleItem();
        (stored.Text, stored.Sender, stored.Role, stored.MessageId, conversation).ShouldBe(("@网格小助手 3号楼电梯坏了", "12-2-301小陈", SenderRole.Resident, "M1", "钉钉·试用群"));
        JsonNode.DeepEquals(rig.Gateway.AckOf("frame-M1"), JsonNode.Parse(
            """{"code":200,"headers":{"contentType":"application/json","messageId":"frame-M1"},"message":"OK","data":"{\"response\":null}"}""")).ShouldBeTrue();
        rig.Channel.Connection!.Words.ShouldBe("已连接");
    }

    [Fact]
    public async Task A_quoted_message_that_was_heard_is_known_by_its_id_else_its_words_are_kept()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        await rig.HearAsync(Payloads.Said("M1"));
        foreach ((string id, string quoted) in new[] { ("M2", "M1"), ("M3", "never-heard") })
        {
            await rig.HearAsync(Payloads.Said(id).With("text", new JsonObject
            {
                ["content"] = " 修好了吗",
                ["repliedMsg"] = new JsonObject { ["msgId"] = quoted, ["msgType"] = "text", ["content"] = new JsonObject { ["content"] = " 楼道灯坏了" } },
            }));
        }
        (await rig.StoredAsync()).Skip(1).Select(message => (message.ReplyTo, message.Text))
            .ShouldBe([("M1", "@网格小助手 修好了吗"), (null, "@网格小助手 修好了吗\n「楼道灯坏了」")]);
    }

    [Fact]
    public async Task A_ping_is_answered_with_what_it_brought()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        await rig.Gateway.PushAsync(Payloads.Ping("p1"));
        await Eventually.TrueAsync(() => rig.Gateway.AckOf("p1") is not null, "the answer");
        JsonNode answer = rig.Gateway.AckOf("p1")!;
        ((int)answer["code"]!, (string?)answer["message"], (string?)answer["data"]).ShouldBe((200, "OK", """{"opaque":"0d8e9a1c"}"""));
    }

    [Fact]
    public async Task When_the_vendor_says_farewell_another_connection_is_made_while_the_old_one_is_still_heard()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        await rig.Gateway.PushAsync(Payloads.Farewell());
        await rig.AdvanceUntilAsync(() => rig.Gateway.Connections == 2);
        await Eventually.TrueAsync(() => rig.Channel.Connection!.IsUp, "up again");
        await rig.Gateway.PushAsync(Payloads.Frame("late", Payloads.Said("M1")), connection: 0);
        await Eventually.TrueAsync(() => rig.Gateway.AckOf("late") is not null, "what the old one brought");
        await rig.Gateway.CloseAsync(connection: 0);
        await rig.HearAsync(Payloads.Said("M2"));
        (await rig.StoredAsync()).Count.ShouldBe(2);
        rig.Gateway.AckOf("farewell").ShouldBeNull();
    }

    [Fact]
    public async Task A_connection_that_breaks_is_made_again_with_a_new_ticket()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        await rig.HearAsync(Payloads.Said("M1"));
        rig.Gateway.Kill();
        await Eventually.TrueAsync(() => !rig.Channel.Connection!.IsUp, "down");
        (await rig.Channel.TestAsync(Token)).ShouldBe("Stream 连接没有连上：连接断了，正在重连");
        await rig.AdvanceUntilAsync(() => rig.Channel.Connection!.IsUp && rig.Gateway.Connections == 2);
        await rig.HearAsync(Payloads.Said("M2"));
        rig.Gateway.To("/connections/open").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_secret_is_tried_five_times()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync();
        await rig.RestartAsync(("ClientId", FakeGateway.ClientId), ("ClientSecret", "wrong"));
        // over the pauses, never over the time in which the vendor may answer
        await rig.AdvanceUntilAsync(
            () => Task.FromResult(rig.Channel.Connection!.Words.EndsWith("没有再连", StringComparison.Ordinal)), TimeSpan.FromSeconds(8), "it gives up");
        rig.Gateway.To("/connections/open").Length.ShouldBe(5);
        rig.Channel.Connection!.Words.ShouldBe("钉钉不认这个应用，请核对 ClientId、ClientSecret 和机器人的 Stream 模式，没有再连");
        (await rig.Channel.TestAsync(Token)).ShouldBe("钉钉不认这个应用，请核对 ClientId 和 ClientSecret");
        rig.Channel.Reconnect().ShouldBeTrue();
        await Eventually.TrueAsync(() => rig.Gateway.To("/connections/open").Length == 6, "asked again because a person said so");
    }

    [Fact]
    public async Task Several_connections_share_what_comes()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync([.. DingTalkRig.App, ("Connections", "3")]);
        await Eventually.TrueAsync(() => rig.Channel.Connection!.Words == "已连接 3 条，共 3 条" && rig.Gateway.Connections == 3, "three connections");
        for (int i = 0; i < 3; i++) { await rig.Gateway.PushAsync(Payloads.Frame($"f{i}", Payloads.Said($"M{i}")), connection: i); }
        await Eventually.TrueAsync(() => Enumerable.Range(0, 3).All(i => rig.Gateway.AckOf($"f{i}") is not null), "all acknowledged");
        (await rig.StoredAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Every_message_again_and_again_in_any_order_over_any_connection_is_stored_once()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync([.. DingTalkRig.App, ("Connections", "2")]);
        await Eventually.TrueAsync(() => rig.Gateway.Connections == 2, "two connections");
        Random random = new(20261122);
        int[] deliveries = [.. Enumerable.Range(0, 50).SelectMany(number => Enumerable.Repeat(number, 20))];
        random.Shuffle(deliveries);
        for (int i = 0; i < deliveries.Length; i++)
        {
            int number = deliveries[i];
            await rig.Gateway.PushAsync(Payloads.Frame($"f{i}", Payloads.Said($"M{number}", $" 第{number}件", group: $"cid{number % 5}").With("conversationTitle", $"群{number % 5}")), i % 2);
        }
        await Eventually.TrueAsync(() => rig.Gateway.Frames.Count == 1000, "each is acknowledged");
        List<Message> stored = await rig.StoredAsync();
        stored.Count.ShouldBe(50);
        stored.ShouldAllBe(message => message.Conflicts == 0);
        stored.Select(message => message.Conversation).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task What_is_said_in_a_group_keeps_its_order()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        for (int i = 0; i < 300; i++) { await rig.Gateway.PushAsync(Payloads.Frame($"f{i}", Payloads.Said($"M{i}", $" 第{i}句", group: $"cid{i % 3}"))); }
        await Eventually.TrueAsync(() => rig.Gateway.Frames.Count == 300, "each is acknowledged");
        (await rig.StoredAsync()).Select(message => message.MessageId).ShouldBe(Enumerable.Range(0, 300).Select(i => $"M{i}"));
    }

    [Fact]
    public async Task What_waits_to_be_stored_is_not_overtaken_in_its_group()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        await rig.HearAsync(Payloads.Said("M1"));
        await rig.RunSqlAsync("CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'no room'); END");
        await rig.Gateway.PushAsync(Payloads.Frame("f2", Payloads.Said("M2")));
        await Eventually.TrueAsync(() => rig.Clock.NextTimer is { } next && next <= rig.Clock.GetUtcNow().AddSeconds(1), "a pause before the next try");
        await rig.RunSqlAsync("DROP TRIGGER full");
        await rig.Gateway.PushAsync(Payloads.Frame("f3", Payloads.Said("M3")));
        await rig.Gateway.PushAsync(Payloads.Frame("f4", Payloads.Said("M4", group: "cidElse")));
        await Eventually.TrueAsync(() => rig.Gateway.AckOf("f4") is not null, "another group waits for nobody");
        rig.Clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.TrueAsync(() => rig.Gateway.AckOf("f3") is not null, "both are stored");
        (await rig.StoredAsync()).Select(message => message.MessageId).Where(id => id != "M4").ShouldBe(["M1", "M2", "M3"]);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_not_acknowledged_and_tried_until_it_can()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        await rig.HearAsync(Payloads.Said("M1"));
        await rig.RunSqlAsync("CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'no room'); END");
        await rig.Gateway.PushAsync(Payloads.Frame("f2", Payloads.Said("M2")));
        await Eventually.TrueAsync(() => rig.Clock.NextTimer is { } next && next <= rig.Clock.GetUtcNow().AddSeconds(1), "a pause before the next try");
        rig.Gateway.AckOf("f2").ShouldBeNull();
        await rig.Gateway.PushAsync(Payloads.Ping("p1"));
        await Eventually.TrueAsync(() => rig.Gateway.AckOf("p1") is not null, "it still hears");
        await rig.RunSqlAsync("DROP TRIGGER full");
        await rig.AdvanceUntilAsync(() => rig.Gateway.AckOf("f2") is not null);
        (await rig.StoredAsync()).Select(message => message.MessageId).ShouldBe(["M1", "M2"]);
    }

    [Fact]
    public async Task What_is_no_message_changes_nothing_and_need_not_come_again()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(DingTalkRig.App);
        string[] bodies = ["null", "[]", "{}", "\"x\"", """{"msgtype":"text"}""", """{"msgId":1,"conversationId":[],"senderStaffId":"x"}"""];
        for (int i = 0; i < bodies.Length; i++)
        {
            await rig.Gateway.PushAsync(Payloads.Frame($"m{i}", JsonNode.Parse(bodies[i]) ?? new JsonArray()));
            await rig.Gateway.PushAsync(Payloads.Frame($"c{i}", new JsonObject(), topic: "/v1.0/card/instances/callback"));
            await rig.Gateway.PushAsync(Payloads.Frame($"e{i}", new JsonObject(), "EVENT", "*"));
            await rig.Gateway.PushAsync(Payloads.Frame($"n{i}", new JsonObject(), "SOMETHING_NEW"));
        }
        foreach (string frame in new[] { "{ not json", "[]", "{}", """{"type":"CALLBACK"}""", """{"type":"CALLBACK","headers":{"topic":"/v1.0/im/bot/messages/get"},"data":"{}"}""" }) { await rig.Gateway.PushAsync(frame); }
        await rig.HearAsync(Payloads.Said("M1"));
        for (int i = 0; i < bodies.Length; i++)
        {
            rig.Gateway.AckOf($"m{i}").ShouldNotBeNull(bodies[i]);
            ((string?)rig.Gateway.AckOf($"e{i}")!["data"]).ShouldBe("""{"status":"SUCCESS"}""");
            rig.Gateway.AckOf($"n{i}").ShouldBeNull();
        }
        (await rig.StoredAsync()).ShouldHaveSingleItem();
        (await rig.Host.ReadAsync(db => db.Set<ConversationReference>().CountAsync(Token))).ShouldBe(1);
        rig.Channel.Connection!.IsUp.ShouldBeTrue();
    }
}
