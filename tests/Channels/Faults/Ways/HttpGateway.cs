using System.Net.Http.Headers;
using System.Text;
using Tests.Channels.Http;

namespace Tests.Channels.Faults.Ways;

internal sealed class HttpGateway : Way
{
    private readonly GatewayStub _gateway = new();

    public override string Channel => "http-gate1";

    public override bool TakesKey => true;

    public override IReadOnlyList<Spoken> Spoken =>
        [.. _gateway.Said.Values.Select(said => new Spoken(said.GetProperty("conversation").GetProperty("id").GetString()!, said.GetProperty("text").GetString()!))];

    public override IReadOnlyList<(string Key, string Value)> Settings =>
        [("Channels:Http:Gateways:gate1:Secret", HttpRig.Secret), ("Channels:Http:Gateways:gate1:Callback", _gateway.Address)];

    public override void Hold(Func<Task> until) => _gateway.Act = async (_, _) =>
    {
        await until();
        return false;
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    protected override Task StartAsync() => _gateway.StartAsync();

    protected override Task<bool> DeliverAsync(Told told, CancellationToken cancellationToken)
    {
        byte[] body = Encoding.UTF8.GetBytes(HttpRig.Body(told.Id, told.Text, told.Conversation));
        (long timestamp, string nonce) = (Clock.GetUtcNow().ToUnixTimeSeconds(), HttpRig.Nonce());
        HttpRequestMessage request = new(HttpMethod.Post, "/channels/http/messages") { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.Add("X-Bot-Key", "gate1");
        request.Headers.Add("X-Bot-Timestamp", $"{timestamp}");
        request.Headers.Add("X-Bot-Nonce", nonce);
        request.Headers.Add("X-Bot-Signature", HttpRig.Sign(timestamp, nonce, body));
        return PostAsync(request, cancellationToken);
    }
}
