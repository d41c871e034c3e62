using System.Text.Json.Nodes;
using Bot.Channels.WeCom.Line;
using Bot.Messaging;
using Bot.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;
using Tests.Support;

namespace Tests.Channels.WeCom;

/// <summary>What the long connection does, and what its faults do.</summary>
public sealed class LineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_names_the_bot_is_stored_and_answered_under_its_request_id()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        string conversation = await rig.HearAsync("M1", "@网格助手 3号楼电梯坏了");
        Message stored = (await rig.StoredAsync()).ShouldHaveSingleItem();
        (stored.Text, stored.Sender, stored.Role, stored.MessageId).ShouldBe(("@网格小助手  3号楼电梯坏了", "zhangsan", SenderRole.Resident, "M1"));

        await rig.SayAsync("k1", conversation, "记下了，*已派*给 [陈一](http://x)");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        JsonNode said = rig.Gateway.Of(Frames.Respond).ShouldHaveSingleItem();
        ((string?)said["headers"]!["req_id"]).ShouldBe("req-M1");
        ((string?)said["body"]!["stream"]!["content"]).ShouldBe("记下了，＊已派＊给 ［陈一］(http://x)");
        ((bool)said["body"]!["stream"]!["finish"]!).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Omitted", null)]
    [InlineData("Automatic", 0)]
    [InlineData("Stated", 2)]
    public async Task After_a_day_it_speaks_of_its_own_accord(string setting, int? chatType)
    {
        await using WeComRig rig = await WeComRig.StartAsync([.. WeComRig.Bot, ("ChatType", setting)]);
        string conversation = await rig.HearAsync("M1");
        rig.Clock.Set(rig.Clock.GetUtcNow().AddHours(24));
        await rig.SayAsync("k1", conversation);
        await rig.BecomesAsync("k1", OutboxState.Sent);
        JsonNode body = rig.Gateway.Of(Frames.Push).ShouldHaveSingleItem()["body"]!;
        ((string?)body["chatid"], (int?)body["chat_type"], (string?)body["markdown"]!["content"]).ShouldBe(("wrC1", chatType, "记下了"));
        rig.Gateway.Of(Frames.Respond).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_for_its_question_is_said_all_the_same()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        string conversation = await rig.HearAsync("M1");
        rig.Gateway.Code = frame => (string?)frame["cmd"] == Frames.Respond ? 846605 : 0;
        await rig.SayAsync("k1", conversation);
        await rig.BecomesAsync("k1", OutboxState.Sent);
        rig.Gateway.Of(Frames.Push).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_person_is_written_to_alone()
    {
        await using WeComRig rig = await WeComRig.StartAsync([.. WeComRig.Bot, ("ChatType", "Stated")]);
        await rig.HearAsync("M1");
        rig.Channel.Reaches("陈一").ShouldBeFalse();
        await rig.KnowAsync("zhangsan", "陈一");
        rig.Channel.Reaches("陈一").ShouldBeTrue();
        await rig.SayAsync("k1", PrivateLine.To("陈一"), "有一件急事");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        JsonNode body = rig.Gateway.Of(Frames.Push).ShouldHaveSingleItem()["body"]!;
        ((string?)body["chatid"], (int?)body["chat_type"]).ShouldBe(("zhangsan", 1));
    }

    [Fact]
    public async Task Where_nobody_named_it_nothing_can_be_said()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        await rig.SayAsync("k1", WeComRig.Group);
        await rig.BecomesAsync("k1", OutboxState.Failed);
        (await rig.RowAsync("k1")).Error!.ShouldContain("还没有人在这里叫过机器人");
    }

    [Fact]
    public async Task Every_message_again_and_again_in_any_order_is_stored_once()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        Random random = new(20261122);
        int[] deliveries = [.. Enumerable.Range(0, 50).SelectMany(number => Enumerable.Repeat(number, 20))];
        random.Shuffle(deliveries);
        foreach (int number in deliveries) { await rig.Gateway.CallAsync($"r{number}", WeComRig.Said($"M{number}", $"@网格助手 第{number}件", chat: $"wrC{number % 5}")); }
        await rig.HearAsync("last");
        await Eventually.TrueAsync(async () => (await rig.StoredAsync()).Count >= 51, "all are stored");
        List<Message> stored = await rig.StoredAsync();
        stored.Count.ShouldBe(51);
        stored.ShouldAllBe(message => message.Conflicts == 0);
        stored.Select(message => message.Conversation).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public async Task What_is_said_in_a_group_keeps_its_order()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        for (int i = 0; i < 300; i++) { await rig.Gateway.CallAsync($"r{i}", WeComRig.Said($"M{i}", $"@网格助手 第{i}句", chat: $"wrC{i % 3}")); }
        await Eventually.TrueAsync(async () => (await rig.StoredAsync()).Count == 300, "all are stored");
        List<Message> stored = await rig.StoredAsync();
        for (int group = 0; group < 3; group++)
        {
            stored.Where(message => message.Conversation == $"企业微信群wrC{group}").Select(message => message.MessageId)
                .ShouldBe(Enumerable.Range(0, 100).Select(i => $"M{(i * 3) + group}"));
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_is_made_again_and_what_waits_is_said_once()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        string conversation = await rig.HearAsync("M1");
        rig.Gateway.Kill();
        await Eventually.TrueAsync(() => !rig.Channel.Connection!.IsUp, "down");
        await rig.SayAsync("k1", conversation);
        await Eventually.TrueAsync(async () => (await rig.RowAsync("k1")).Attempts > 0, "a try");
        (await rig.RowAsync("k1")).Error.ShouldBe("企业微信没连上（连接断了，正在重连），连上后再发");
        await rig.AdvanceUntilAsync(() => rig.Channel.Connection!.IsUp);
        rig.Gateway.Connections.ShouldBe(2);
        await rig.AdvanceUntilSentAsync("k1");
        rig.Gateway.Of(Frames.Respond).Length.ShouldBe(1);
        await rig.HearAsync("M2");
    }

    [Fact]
    public async Task A_connection_that_another_program_took_is_left_to_it()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        string conversation = await rig.HearAsync("M1");
        await rig.Gateway.DisplaceAsync();
        await Eventually.TrueAsync(() => !rig.Channel.Connection!.IsUp, "down");
        rig.Channel.Connection!.Words.ShouldBe("被另一个程序顶下来了，没有再连");
        (await rig.Channel.TestAsync(Token)).ShouldBe("长连接没有连上：被另一个程序顶下来了，没有再连");
        await rig.SayAsync("k1", conversation);
        await Eventually.TrueAsync(async () => (await rig.RowAsync("k1")).Attempts > 0, "a try");
        rig.Clock.Advance(TimeSpan.FromMinutes(10));
        (await rig.RowAsync("k1")).State.ShouldBe(OutboxState.Queued);
        rig.Gateway.Connections.ShouldBe(1);

        rig.Channel.Reconnect().ShouldBeTrue();
        await Eventually.TrueAsync(() => rig.Channel.Connection!.IsUp, "a person took it back");
        rig.Gateway.Connections.ShouldBe(2);
        rig.Channel.Reconnect().ShouldBeFalse();
        await rig.AdvanceUntilSentAsync("k1");
        await rig.HearAsync("M2");
    }

    [Fact]
    public async Task A_wrong_secret_is_tried_five_times()
    {
        await using WeComRig rig = await WeComRig.StartAsync();
        await rig.RestartAsync(("BotId", FakeGateway.BotId), ("Secret", "wrong"));
        await Eventually.TrueAsync(
            () =>
            {
                // over the pauses, never over the time in which the vendor may answer
                if (rig.Gateway.Standing == 0 && rig.Clock.NextTimer is { } next && next <= rig.Clock.GetUtcNow().AddSeconds(8)) { rig.Clock.AdvanceTo(next); }
                return rig.Channel.Connection!.Words.EndsWith("没有再连", StringComparison.Ordinal);
            },
            "it gives up");
        rig.Gateway.Connections.ShouldBe(5);
        rig.Channel.Connection!.Words.ShouldBe("企业微信不认这个机器人（错误码 853000），请核对 BotId 和 Secret，没有再连");
    }

    [Fact]
    public async Task Too_often_waits_and_is_said_later()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        string conversation = await rig.HearAsync("M1");
        int refusals = 2;
        rig.Gateway.Code = frame => (string?)frame["cmd"] == Frames.Respond && refusals-- > 0 ? 45009 : 0;
        await rig.SayAsync("k1", conversation);
        for (int i = 0; i < 2; i++)
        {
            DateTimeOffset before = rig.Clock.GetUtcNow();
            int tries = i + 1;
            await Eventually.TrueAsync(async () => (await rig.RowAsync("k1")).Attempts == tries, "a try");
            (await rig.RowAsync("k1")).NextAttemptAt.ShouldBe(before.AddMinutes(1), TimeSpan.FromSeconds(1));
            await rig.AdvanceToRetryAsync("k1");
        }
        await rig.BecomesAsync("k1", OutboxState.Sent);
        rig.Gateway.Of(Frames.Push).ShouldBeEmpty("too often is too often either way");
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_it_in_doubt_and_is_not_taken_for_that_of_the_next()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        string conversation = await rig.HearAsync("M1");
        rig.Gateway.Code = frame => (string?)frame["cmd"] == Frames.Respond ? null : 0;
        await rig.SayAsync("k1", conversation);
        await Eventually.TrueAsync(() => rig.Gateway.Of(Frames.Respond).Length == 1, "said");
        await Eventually.TrueAsync(() => rig.Clock.NextTimer <= rig.Clock.GetUtcNow() + BotSession.AckTime, "the answer is awaited");
        rig.Clock.Advance(BotSession.AckTime);
        await rig.BecomesAsync("k1", OutboxState.InDoubt);
        await rig.SayAsync("k2", conversation);
        await rig.BecomesAsync("k2", OutboxState.Sent);
        (rig.Gateway.Of(Frames.Respond).Length, rig.Gateway.Of(Frames.Push).Length).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_connection_that_dies_while_it_speaks_leaves_what_was_said_in_doubt()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        string conversation = await rig.HearAsync("M1");
        rig.Gateway.Code = frame =>
        {
            if ((string?)frame["cmd"] == Frames.Respond) { rig.Gateway.Kill(); }
            return 0;
        };
        await rig.SayAsync("k1", conversation);
        await rig.BecomesAsync("k1", OutboxState.InDoubt);
        rig.Gateway.Of(Frames.Respond).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_heartbeat_the_connection_is_made_anew()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        rig.Gateway.Code = frame => (string?)frame["cmd"] == Frames.Ping ? null : 0;
        for (int i = 1; i <= 2; i++)
        {
            await Eventually.TrueAsync(() => rig.Clock.NextTimer is not null, "a timer");
            rig.Clock.Advance(BotSession.PingInterval);
            int pings = i;
            await Eventually.TrueAsync(() => rig.Gateway.Of(Frames.Ping).Length == pings, "a ping");
        }
        await Eventually.TrueAsync(
            () =>
            {
                if (rig.Gateway.Connections == 1) { rig.Clock.Advance(BotSession.PingInterval); }
                return rig.Gateway.Connections == 2;
            },
            "another connection");
        rig.Gateway.Of(Frames.Ping).Length.ShouldBe(2);
    }

    [Fact]
    public async Task After_a_restart_the_way_to_answer_is_still_known()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        string conversation = await rig.HearAsync("M1");
        await rig.RestartAsync(WeComRig.Bot);
        await Eventually.TrueAsync(() => rig.Channel.Connection!.IsUp, "the connection");
        await rig.Gateway.CallAsync("again", WeComRig.Said("M1", "@网格助手 电梯坏了"));
        await rig.SayAsync("k1", conversation);
        await rig.BecomesAsync("k1", OutboxState.Sent);
        (await rig.StoredAsync()).ShouldHaveSingleItem();
        rig.Gateway.Of(Frames.Respond).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_cannot_be_stored_now_is_stored_when_it_can_and_in_its_order()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        await rig.HearAsync("M0");
        await rig.Host.Writes.RunAsync((db, token) => db.Database.ExecuteSqlRawAsync("ALTER TABLE members RENAME TO gone", token), Token);
        for (int i = 1; i <= 5; i++) { await rig.Gateway.CallAsync($"r{i}", WeComRig.Said($"M{i}", $"@网格助手 第{i}句")); }
        await Eventually.TrueAsync(() => rig.Clock.NextTimer <= rig.Clock.GetUtcNow().AddSeconds(1), "a further try");
        (await rig.StoredAsync()).Count.ShouldBe(1);
        await rig.Host.Writes.RunAsync((db, token) => db.Database.ExecuteSqlRawAsync("ALTER TABLE gone RENAME TO members", token), Token);
        await Eventually.TrueAsync(
            async () =>
            {
                if (rig.Clock.NextTimer is { } next && next <= rig.Clock.GetUtcNow().AddSeconds(4)) { rig.Clock.AdvanceTo(next); }
                return (await rig.StoredAsync()).Count == 6;
            },
            "all are stored");
        rig.Channel.Connection!.IsUp.ShouldBeTrue();
        (await rig.StoredAsync()).Select(message => message.MessageId).ShouldBe(Enumerable.Range(0, 6).Select(i => $"M{i}"));
    }

    [Fact]
    public async Task What_is_no_message_changes_nothing()
    {
        await using WeComRig rig = await WeComRig.StartAsync(WeComRig.Bot);
        foreach (string body in new[] { "null", "[]", "{}", "\"x\"", """{"msgtype":"stream","stream":{"id":"1"}}""", """{"msgid":1,"chatid":[],"from":"x"}""" })
        {
            await rig.Gateway.CallAsync("r", body);
            await rig.Gateway.CallAsync("r", body, "aibot_event_callback");
            await rig.Gateway.CallAsync("r", body, "something_new");
        }
        await rig.Gateway.CallAsync("r", "{ not json");
        await rig.HearAsync("M1");
        (await rig.StoredAsync()).ShouldHaveSingleItem();
        (await rig.Host.ReadAsync(db => db.Set<ConversationReference>().CountAsync(Token))).ShouldBe(1);
        rig.Channel.Connection!.IsUp.ShouldBeTrue();
    }
}
