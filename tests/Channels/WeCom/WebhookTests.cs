using System.Text.Json.Nodes;
using Bot.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Tests.Channels.WeCom;

/// <summary>Groups that have a webhook are spoken to by it.</summary>
public sealed class WebhookTests
{
    private static readonly (string, string) Hook = ($"Webhooks:{WeComRig.Group}", "key-1");

    [Fact]
    public async Task It_speaks_in_a_group_it_never_heard()
    {
        await using WeComRig rig = await WeComRig.StartAsync(Hook);
        (await rig.Host.ReadAsync(db => rig.Host.Services.GetRequiredService<GroupChannels>().OfAsync(db, WeComRig.Group, TestContext.Current.CancellationToken))).ShouldBe("wecom");
        rig.Channel.Capabilities.ShouldSatisfyAllConditions(
            can => can.Hears.ShouldBe(Hearing.Nothing), can => can.SpeaksFirst.ShouldBeFalse("only where a group has a webhook"), can => can.Mentions.ShouldBeTrue(), can => can.MostBytes.ShouldBe(2048),
            can => can.Limits[0].Most.ShouldBe(20));
        rig.Channel.Connection.ShouldBeNull();

        await rig.SayAsync("k1", WeComRig.Group, "停水通知");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        PostedRequest request = rig.Gateway.Posted.ShouldHaveSingleItem();
        (request.Path, request.Query).ShouldBe(("/cgi-bin/webhook/send", "?key=key-1"));
        request.Body.ToJsonString().ShouldBe(new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = "停水通知" } }.ToJsonString());
    }

    [Theory]
    [InlineData("@all")]
    [InlineData("all")]
    public async Task Nobody_calls_everybody(string id)
    {
        await using WeComRig rig = await WeComRig.StartAsync([.. WeComRig.Bot, ("Webhooks:企业微信群wrC1", "key-1")]);
        await SayAsAsync("M0");
        await rig.KnowAsync(id, "陈一");
        await SayAsAsync("M1");
        await rig.SayAsync("k1", "企业微信群wrC1", "@陈一 记下了", replyTo: "M1");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        rig.Gateway.Posted.ShouldHaveSingleItem().Body["text"]!["mentioned_list"].ShouldBeNull();

        async Task SayAsAsync(string message)
        {
            await rig.Gateway.CallAsync($"req-{message}", WeComRig.Said(message, "@网格助手 电梯坏了", from: id));
            await Eventually.TrueAsync(async () => (await rig.StoredAsync()).Any(stored => stored.MessageId == message), $"{message} is stored");
        }
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Markdown")]
    public async Task Who_asked_is_called(string format)
    {
        await using WeComRig rig = await WeComRig.StartAsync([.. WeComRig.Bot, ("Webhooks:企业微信群wrC1", "key-1"), ("WebhookFormat", format)]);
        string conversation = await rig.HearAsync("M1");
        conversation.ShouldBe("企业微信群wrC1");
        await rig.SayAsync("k1", conversation, "@zhangsan 记下了 <@all>", replyTo: "M1");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        JsonNode body = rig.Gateway.Posted.ShouldHaveSingleItem().Body;
        if (format == "Text")
        {
            ((string?)body["text"]!["content"], (string?)body["text"]!["mentioned_list"]![0]).ShouldBe(("@zhangsan 记下了 <@all>", "zhangsan"));
        }
        else
        {
            ((string?)body["markdown"]!["content"]).ShouldBe("<@zhangsan> 记下了 ＜@all>");
        }
    }

    [Theory]
    [InlineData(45009, 60)]
    [InlineData(45033, 5)]
    public async Task Too_often_waits(int code, int seconds)
    {
        await using WeComRig rig = await WeComRig.StartAsync(Hook);
        rig.Gateway.Answer = _ => code;
        DateTimeOffset before = rig.Clock.GetUtcNow();
        await rig.SayAsync("k1", WeComRig.Group);
        await Eventually.TrueAsync(async () => (await rig.RowAsync("k1")).Attempts == 1, "a try");
        (await rig.RowAsync("k1")).NextAttemptAt.ShouldBe(before.AddSeconds(seconds), TimeSpan.FromSeconds(1));
        rig.Gateway.Answer = _ => 0;
        await rig.AdvanceToRetryAsync("k1");
        await rig.BecomesAsync("k1", OutboxState.Sent);
        rig.Gateway.Posted.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(93000, "这个群的 webhook 不对或者已经删掉了（错误码 93000）")]
    [InlineData(45002, "企业微信不收这样的内容（错误码 45002）")]
    [InlineData(12345, "企业微信不收（错误码 12345）")]
    public async Task A_refusal_is_shown_to_people(int code, string words)
    {
        await using WeComRig rig = await WeComRig.StartAsync(Hook);
        rig.Gateway.Answer = _ => code;
        await rig.SayAsync("k1", WeComRig.Group);
        await rig.BecomesAsync("k1", OutboxState.Failed);
        (await rig.RowAsync("k1")).Error.ShouldBe(words);
    }

    [Fact]
    public async Task A_lost_answer_leaves_it_in_doubt_and_nobody_home_is_tried_again()
    {
        await using WeComRig rig = await WeComRig.StartAsync(Hook);
        rig.Gateway.Answer = _ => null;
        await rig.SayAsync("k1", WeComRig.Group);
        await rig.BecomesAsync("k1", OutboxState.InDoubt);
        rig.Gateway.Posted.Count.ShouldBe(1);
        await rig.Gateway.DisposeAsync();
        await rig.SayAsync("k2", WeComRig.Group);
        await Eventually.TrueAsync(async () => (await rig.RowAsync("k2")).Attempts > 0, "a try");
        (await rig.RowAsync("k2")).ShouldSatisfyAllConditions(row => row.State.ShouldBe(OutboxState.Queued), row => row.Error.ShouldBe("连不上企业微信"));
    }

    [Fact]
    public async Task Long_words_are_said_in_parts_that_fit()
    {
        await using WeComRig rig = await WeComRig.StartAsync(Hook);
        string text = string.Concat(Enumerable.Repeat("今天下午二号楼停水，请提前接好水。", 100));
        await rig.SayAsync("k1", WeComRig.Group, text);
        await rig.BecomesAsync("k1#3", OutboxState.Sent);
        string[] said = [.. rig.Gateway.Posted.Select(request => (string)request.Body["text"]!["content"]!)];
        string.Concat(said).ShouldBe(text);
        said.ShouldAllBe(part => System.Text.Encoding.UTF8.GetByteCount(part) <= 2048);
    }
}
