using System.Text.Json.Nodes;
using Bot.Channels.DingTalk;
using Bot.Messaging;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Tests.Support;

namespace Tests.Channels.DingTalk;

/// <summary>What is said through the webhook of a group, where no application is needed.</summary>
public sealed class GroupWebhookTests
{
    private const string Secret = "SEC0123456789";

    private static (string, string)[] Webhook =>
        [($"Webhooks:{DingTalkRig.Group}:Token", "0a1b2c"), ($"Webhooks:{DingTalkRig.Group}:Secret", Secret)];

    [Fact]
    public async Task It_is_signed_with_the_moment()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(Webhook);
        await rig.SayAsync("k1", DingTalkRig.Group, "明天停水");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        PostedRequest said = rig.Gateway.To("/robot/send").ShouldHaveSingleItem();
        Dictionary<string, StringValues> query = QueryHelpers.ParseQuery(said.Query);
        string timestamp = $"{rig.Clock.GetUtcNow().ToUnixTimeMilliseconds()}";
        (query["access_token"].ToString(), query["timestamp"].ToString(), query["sign"].ToString()).ShouldBe(("0a1b2c", timestamp, TimestampSignature.Sign(timestamp, Secret)));
        JsonNode.DeepEquals(said.Body, JsonNode.Parse("""{"msgtype":"text","text":{"content":"明天停水"}}""")).ShouldBeTrue();
        rig.Channel.Serves(DingTalkRig.Group).ShouldBeTrue();
        rig.Channel.Serves("锦绣苑二网格群").ShouldBeFalse();
        (rig.Channel.Capabilities.Hears, rig.Channel.Connection).ShouldBe((Hearing.Nothing, null));
    }

    [Fact]
    public async Task Without_a_secret_it_is_not_signed()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(Webhook[0]);
        await rig.SayAsync("k1", DingTalkRig.Group);
        await rig.BecomesAsync("k1", OutboxState.Sent);
        rig.Gateway.To("/robot/send").ShouldHaveSingleItem().Query.ShouldBe("?access_token=0a1b2c");
    }

    [Fact]
    public async Task The_vendors_safety_settings_refuse_for_good()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(Webhook);
        rig.Gateway.Act = _ => FakeAnswer.Error(310000);
        await rig.SayAsync("k1", DingTalkRig.Group);
        (await rig.BecomesAsync("k1", OutboxState.Failed)).Error.ShouldBe("钉钉按这个群机器人的安全设置没有收：请核对关键词、加签密钥或 IP 地址（错误码 310000）");
    }

    [Fact]
    public async Task At_most_twenty_a_minute_are_said()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(Webhook);
        for (int i = 1; i <= 25; i++) { await rig.SayAsync($"k{i}", DingTalkRig.Group, $"第{i}条"); }
        await rig.BecomesAsync("k20", OutboxState.Sent);
        await Eventually.TrueAsync(() => rig.Clock.NextTimer is { } next && next <= rig.Clock.GetUtcNow().AddMinutes(1), "the pause");
        rig.Gateway.To("/robot/send").Length.ShouldBe(20);
        rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await rig.BecomesAsync("k25", OutboxState.Sent);
        rig.Gateway.To("/robot/send").Select(request => (string?)request.Body["text"]!["content"]).ShouldBe(Enumerable.Range(1, 25).Select(i => $"第{i}条"));
    }

    [Fact]
    public async Task No_request_is_larger_than_the_vendor_takes()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync(Webhook);
        string text = string.Concat(Enumerable.Range(0, 2000).Select(i => $"第{i}句“要说的话”。\n"));
        await rig.SayAsync("k1", DingTalkRig.Group, text);
        await rig.BecomesAsync("k1#4", OutboxState.Sent);
        PostedRequest[] said = rig.Gateway.To("/robot/send");
        said.ShouldAllBe(request => request.Bytes <= 20_000);
        string.Concat(said.Select(request => (string)request.Body["text"]!["content"]!)).ReplaceLineEndings("").ShouldBe(text.ReplaceLineEndings(""));

        await rig.SayAsync("k2", DingTalkRig.Group, new string('"', 15_000));
        (await rig.BecomesAsync("k2", OutboxState.Failed)).Error.ShouldBe("这一条太长，钉钉不收；请分成几条");
    }

    [Fact]
    public async Task Where_the_vendor_is_not_reached_it_is_tried_again()
    {
        await using DingTalkRig rig = await DingTalkRig.StartAsync([.. Webhook, ("WebhookApi", "http://127.0.0.1:1")]);
        await rig.SayAsync("k1", DingTalkRig.Group);
        (await rig.WaitsAsync("k1")).Error.ShouldBe("连不上钉钉");
    }
}
