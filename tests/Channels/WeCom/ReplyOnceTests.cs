using Bot.Channels.WeCom;
using Bot.Channels.WeCom.Sending;
using Bot.Messaging;
using Microsoft.Extensions.Options;
using Tests.Support;

namespace Tests.Channels.WeCom;

/// <summary>What becomes of the one answer at the address that came with a message.</summary>
public sealed class ReplyOnceTests
{
    [Theory]
    [InlineData(0, SendOutcome.Sent, SendOutcome.Draft)]
    [InlineData(45009, SendOutcome.TryLater, SendOutcome.Sent)]
    [InlineData(45033, SendOutcome.TryLater, SendOutcome.Sent)]
    [InlineData(-1, SendOutcome.TryLater, SendOutcome.Sent)]
    [InlineData(93006, SendOutcome.Draft, SendOutcome.Draft)]
    [InlineData(null, SendOutcome.Unknown, SendOutcome.Draft)]
    public async Task Only_what_surely_was_not_said_is_said_there_again(int? code, SendOutcome first, SendOutcome then)
    {
        await using FakeGateway gateway = await FakeGateway.StartAsync();
        using ApiClient client = new();
        ReplyOnce replies = new(client, Options.Create(new WeComOptions { Api = gateway.Address }), new ManualTimeProvider());
        Target target = new("wrC1", IsGroup: true, $"{gateway.Address}/cgi-bin/aibot/response?response_code=R1");
        OutboxMessage row = new() { Key = "k", Channel = "wecom", Conversation = "c", Text = "记下了" };
        gateway.Answer = _ => code;
        (await replies.SayAsync(target, row, TestContext.Current.CancellationToken)).Outcome.ShouldBe(first);
        gateway.Answer = _ => 0;
        (await replies.SayAsync(target, row, TestContext.Current.CancellationToken)).Outcome.ShouldBe(then);
        gateway.Posted.Count.ShouldBe(then == SendOutcome.Sent ? 2 : 1);
    }
}
