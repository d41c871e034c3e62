using System.Net.Http.Headers;
using Tests.Channels.Feishu;

namespace Tests.Channels.Faults.Ways;

internal sealed class FeishuWebhook : FeishuWay
{
    public override IReadOnlyList<(string Key, string Value)> Settings =>
    [
        .. base.Settings, ("Channels:Feishu:Events", "Webhook"),
        ("Channels:Feishu:EncryptKey", WebhookSender.Key), ("Channels:Feishu:VerificationToken", Events.Token),
    ];

    protected override Task<bool> DeliverAsync(Told told, CancellationToken cancellationToken)
    {
        byte[] body = WebhookSender.Seal(Body(told));
        (string timestamp, string nonce) = ($"{Clock.GetUtcNow().ToUnixTimeSeconds()}", WebhookSender.Nonce());
        HttpRequestMessage request = new(HttpMethod.Post, "/channels/feishu") { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.TryAddWithoutValidation("X-Lark-Signature", WebhookSender.Sign(timestamp, nonce, body));
        request.Headers.TryAddWithoutValidation("X-Lark-Request-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Lark-Request-Nonce", nonce);
        return PostAsync(request, cancellationToken);
    }
}
