using System.Text;
using Bot.Channels.DingTalk;
using Tests.Channels.DingTalk;

namespace Tests.Channels.Faults.Ways;

internal sealed class DingTalkCallback : DingTalkWay
{
    public override IReadOnlyList<(string Key, string Value)> Settings =>
        [.. base.Settings, ("Channels:DingTalk:Stream", "false"), ("Channels:DingTalk:Callback", "true")];

    // the signature tells the moment alone: each of its own
    protected override Task<bool> DeliverAsync(Told told, CancellationToken cancellationToken)
    {
        string moment = $"{Clock.GetUtcNow().ToUnixTimeMilliseconds() - 60_000 + (Next() % 60_000)}";
        HttpRequestMessage request = new(HttpMethod.Post, "/channels/dingtalk") { Content = new StringContent(Body(told).ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("timestamp", moment);
        request.Headers.TryAddWithoutValidation("sign", TimestampSignature.Sign(moment, FakeGateway.Secret));
        return PostAsync(request, cancellationToken);
    }
}
