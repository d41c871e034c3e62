using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Channels.DingTalk.Api;
using Bot.Channels.DingTalk.Intake;
using Bot.Messaging;
using Bot.Messaging.Members;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk.Sending;

/// <summary>Says it through a webhook, the one that came with a message or the one of a group: the only way to call somebody (@).</summary>
internal sealed class WebhookSpeech(ApiClient api, MemberBook members, IOptions<DingTalkOptions> options, TimeProvider clock)
{
    /// <summary>Of a whole request.</summary>
    public const int LargestBody = 20_000;

    /// <summary>Of the words alone: marks of JSON and the people who are called come to it.</summary>
    public const int MostBytes = 19_000;

    private const int LongestId = 64;

    public Task<SendResult> AnswerAsync(Uri address, OutboxMessage row, CancellationToken cancellationToken) => PostAsync(address, row, cancellationToken);

    public Task<SendResult> SayAsync(GroupWebhookOptions webhook, OutboxMessage row, CancellationToken cancellationToken) =>
        PostAsync(AddressOf(webhook, clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)), row, cancellationToken);

    internal Uri AddressOf(GroupWebhookOptions webhook, string timestamp)
    {
        string address = $"{options.Value.WebhookApi.TrimEnd('/')}/robot/send?access_token={Uri.EscapeDataString(webhook.Token!)}";
        return new Uri(DingTalkOptions.Has(webhook.Secret)
            ? $"{address}&timestamp={timestamp}&sign={Uri.EscapeDataString(TimestampSignature.Sign(timestamp, webhook.Secret!))}"
            : address);
    }

    private async Task<SendResult> PostAsync(Uri address, OutboxMessage row, CancellationToken cancellationToken)
    {
        CalledWords words = await members.CallAsync(row, cancellationToken);
        byte[] body = ApiClient.Bytes(Body(row.Text, words.Member));
        if (body.Length > LargestBody) { return new SendResult(SendOutcome.Refused, "这一条太长，钉钉不收；请分成几条"); }
        return WebhookCodes.Of(await api.PostAsync(address, body, token: null, cancellationToken));
    }

    // The name stays in the words: where the id calls nobody it is still said whom they are for
    private static JsonObject Body(string text, Member? called)
    {
        JsonObject body = new() { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = text } };
        if (called is not null && IsStaff(called.ExternalId))
        {
            body["at"] = new JsonObject { ["atUserIds"] = new JsonArray(called.ExternalId), ["isAtAll"] = false };
        }
        return body;
    }

    private static bool IsStaff(string id) => id.Length <= LongestId && !id.StartsWith(MessageReader.OutsiderPrefix, StringComparison.Ordinal);
}
