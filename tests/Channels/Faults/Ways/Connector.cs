using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Tests.Channels.BotFramework;

namespace Tests.Channels.Faults.Ways;

internal sealed class Connector : Way
{
    private readonly ServiceStub _service = new();
    private string _token = "";

    public override string Channel => "botframework";

    public override IReadOnlyList<Spoken> Spoken =>
    [
        .. _service.Requests.Where(request => request.Path.StartsWith("/service/", StringComparison.Ordinal))
            .Select(request => new Spoken(request.Path.Split('/')[4], JsonDocument.Parse(request.Body).RootElement.GetProperty("text").GetString()!)),
    ];

    public override IReadOnlyList<(string Key, string Value)> Settings =>
    [
        ("Channels:BotFramework:AppId", ServiceStub.AppId), ("Channels:BotFramework:AppSecret", "only for this test"), ("Channels:BotFramework:Metadata", _service.Metadata),
        ("Channels:BotFramework:TokenUrl", _service.Address + "/token"), ("Channels:BotFramework:ServiceUrls", _service.ServiceUrl),
    ];

    public override void Hold(Func<Task> until) => _service.Until = until;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _service.DisposeAsync();
    }

    protected override async Task StartAsync()
    {
        await _service.StartAsync();
        // good on the clock of a morning too
        _token = _service.Token(until: 200_000);
    }

    protected override Task<bool> DeliverAsync(Told told, CancellationToken cancellationToken)
    {
        byte[] body = Encoding.UTF8.GetBytes(_service.Said(told.Id, told.Text, conversation: told.Conversation));
        HttpRequestMessage request = new(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        return PostAsync(request, cancellationToken);
    }
}
