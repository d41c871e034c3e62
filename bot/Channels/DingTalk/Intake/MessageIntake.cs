using System.Text.Json;
using Bot.Channels.DingTalk.Sending;
using Bot.Messaging.Activities;
using Bot.Messaging.Receiving;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk.Intake;

/// <summary>Stores a message with the address at which it can be answered for a while.</summary>
internal sealed class MessageIntake(DingTalkChannel channel, Reception reception, IOptions<DingTalkOptions> options)
{
    /// <summary>When it returns, the message is durable, or never will be. It throws when the same message may come again.</summary>
    public Task ReceiveAsync(JsonElement message)
    {
        if (MessageReader.Read(message) is not { } activity) { return Task.CompletedTask; }
        return reception.ReceiveAsync(new Heard(channel, activity, ReplyOf(message)), CancellationToken.None);
    }

    private ReplyToken? ReplyOf(JsonElement message) =>
        message.Text("sessionWebhook") is { } address && SessionAddress.Read(address, options.Value) is not null
        && message.Number("sessionWebhookExpiredTime") is { } until and > 0 and < 253402300800000
            ? new ReplyToken(address, DateTimeOffset.FromUnixTimeMilliseconds(until)) : null;
}
