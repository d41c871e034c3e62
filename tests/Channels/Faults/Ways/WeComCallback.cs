using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.Envelopes;
using Tests.Channels.WeCom;

namespace Tests.Channels.Faults.Ways;

internal sealed class WeComCallback : WeComWay
{
    private readonly EnvelopeCipher _vendor = new(CallbackRig.Token, CallbackRig.Key, "");

    public override IReadOnlyList<(string Key, string Value)> Settings =>
        [("Channels:WeCom:Token", CallbackRig.Token), ("Channels:WeCom:EncodingAesKey", CallbackRig.Key), ("Channels:WeCom:Api", Gateway.Address)];

    public override IReadOnlyList<Spoken> Spoken =>
        [.. Gateway.Posted.Select(posted => new Spoken(posted.Query.Split('=')[1].Split('-')[0], (string)posted.Body["markdown"]!["content"]!))];

    // the same message carries the same address, however often it comes
    protected override Task<bool> DeliverAsync(Told told, CancellationToken cancellationToken)
    {
        JsonNode body = JsonNode.Parse(Body(told))!;
        body["response_url"] = $"{Gateway.Address}/cgi-bin/aibot/response?response_code={told.Conversation}-{told.Id}";
        string sealedBody = _vendor.Seal(body.ToJsonString());
        (string timestamp, string nonce) = ($"{Clock.GetUtcNow().ToUnixTimeSeconds()}", $"n{Next()}");
        return PostAsync(new HttpRequestMessage(HttpMethod.Post, $"/channels/wecom?msg_signature={_vendor.Sign(timestamp, nonce, sealedBody)}&timestamp={timestamp}&nonce={nonce}")
        {
            Content = new StringContent(new JsonObject { ["encrypt"] = sealedBody }.ToJsonString(), Encoding.UTF8, "application/json"),
        }, cancellationToken);
    }
}
