using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Messaging;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Feishu.Sending;

/// <summary>Speaks through bots that were made in groups: it hears nothing, calls nobody, and the vendor knows no keys.</summary>
internal sealed class HookChannel(ApiClient client, IOptions<FeishuOptions> options, TimeProvider clock) : IChannel
{
    public const string ChannelName = "feishu-hook";

    /// <summary>20 KB of JSON, where one byte becomes three at most.</summary>
    private const int MostBytes = ((20 * 1024) - 1024) / 3;

    public string Name => ChannelName;

    public string Label => "飞书群机器人";

    public Capabilities Capabilities { get; } = new(Hearing.Nothing)
    {
        MostBytes = MostBytes,
        Limits = [new RateLimit(5, TimeSpan.FromSeconds(1), PerConversation: true), new RateLimit(100, TimeSpan.FromMinutes(1), PerConversation: true)],
    };

    /// <summary>Whether that group has one.</summary>
    public bool Serves(string group) => options.Value.Webhooks.ContainsKey(group);

    public async Task<SendResult> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (!options.Value.Webhooks.TryGetValue(message.Conversation, out FeishuWebhookOptions? webhook))
        {
            return new SendResult(SendOutcome.Refused, "没有给这个群配飞书 webhook");
        }
        JsonObject body = new() { ["msg_type"] = "text", ["content"] = new JsonObject { ["text"] = Words.Plain(message.Text) } };
        if (FeishuOptions.Has(webhook.Secret))
        {
            long timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
            (body["timestamp"], body["sign"]) = ($"{timestamp}", Sign(timestamp, webhook.Secret!));
        }
        Answer answer = await client.AskAsync(HttpMethod.Post, $"/open-apis/bot/v2/hook/{webhook.Key}", body, token: null, cancellationToken);
        return SendCodes.Of(answer, message.Attempts);
    }

    /// <summary>The key is what other vendors sign, and nothing is signed with it.</summary>
    internal static string Sign(long timestamp, string secret) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"), ReadOnlySpan<byte>.Empty));
}
