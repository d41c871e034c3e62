using System.Globalization;
using Bot.Grids;

namespace Bot.Open311;

/// <summary>What each address of the interface answers.</summary>
internal sealed class Endpoints(
    Door door, RequestQuery requests, FileRequestHandler filing, CommunityStore community, CommunityClock clock, TimeProvider time, ILogger<Endpoints> logger)
{
    public const string Base = "/open311/v2";
    private const string KeyHeader = "Idempotency-Key";
    private const string Specification = "http://wiki.open311.org/GeoReport_v2";
    private const string Version = "2026-11-22T00:00:00Z";
    private const int LongestKey = 128;

    public Task DiscoverAsync(HttpContext http, string format) => door.OpenAsync(http, format, wire =>
    {
        string address = $"{http.Request.Scheme}://{http.Request.Host}{Base}";
        string contact = community.Current.Community ?? "社区";
        Discovery found = new(Version, contact, $"api_key 请向{contact}的管理员要", [new DiscoveredEndpoint(Specification, address, Version, "production", ["application/json", "text/xml"])]);
        return wire.WriteAsync(http, found, "discovery", "");
    });

    public Task ServicesAsync(HttpContext http, string format) => door.ReadAsync(http, format, (wire, _) =>
        wire.WriteAsync(http, Service.All.Select(ListedService.Of).ToArray(), "services", "service"));

    public Task ServiceAsync(HttpContext http, string code, string format) => door.ReadAsync(http, format, (wire, _) => Service.Find(code) is { } service
        ? wire.WriteAsync(http, new ServiceDefinition(service.Code, []), "service_definition", "")
        : wire.WriteAsync(http, Failure.NoService));

    public Task ListAsync(HttpContext http, string format) => door.ReadAsync(http, format, async (wire, client) =>
    {
        (RequestFilter? filter, Failure? failure) = RequestFilter.Read(http.Request.Query, client, clock, time.GetUtcNow());
        await (filter is null
            ? wire.WriteAsync(http, failure!)
            : wire.WriteAsync(http, await requests.ListAsync(filter, client, http.RequestAborted), "service_requests", "request"));
    });

    public Task FindAsync(HttpContext http, string id, string format) => door.ReadAsync(http, format, async (wire, client) =>
        await (await FindAsync(http, id, client) is { } found
            ? wire.WriteAsync(http, new[] { found }, "service_requests", "request")
            : wire.WriteAsync(http, Failure.NoRequest)));

    /// <summary>The same under the name and in the form of the later draft: one, not a list of one.</summary>
    public Task FindOneAsync(HttpContext http, string id, string format) => door.ReadAsync(http, format, async (wire, client) =>
        await (await FindAsync(http, id, client) is { } found ? wire.WriteAsync(http, found, "request", "") : wire.WriteAsync(http, Failure.NoRequest)));

    public Task FileAsync(HttpContext http, string format) => door.FileAsync(http, format, async (wire, client, field) =>
    {
        string key = http.Request.Headers[KeyHeader].ToString();
        if (key.Length > LongestKey || key.Any(sign => sign is <= ' ' or > '~')) { await wire.WriteAsync(http, Failure.Bad($"{KeyHeader} 只能用 {LongestKey} 个以内的英文字符")); return; }
        (Filing? filed, Failure? failure) = Filing.Read(field);
        if (filed is null) { await wire.WriteAsync(http, failure!); return; }
        Filed done = await filing.HandleAsync(new FileRequest(client, filed, key.Length > 0 ? key : Guid.NewGuid().ToString("N")), http.RequestAborted);
        if (done.Number is not { } number) { await wire.WriteAsync(http, done.Failure!); return; }
        logger.Filed(client.Id, number, done.Joined);
        await wire.WriteAsync(http, new[] { new FiledRequest(Text(number), Notice(number, done)) }, "service_requests", "request");
    });

    /// <summary>A token is the key that the client filed under: it finds what was filed when the answer was lost.</summary>
    public Task TokenAsync(HttpContext http, string token, string format) => door.ReadAsync(http, format, async (wire, client) =>
        await (client.Files && await requests.FiledAsync(token, client, http.RequestAborted) is { } number
            ? wire.WriteAsync(http, new[] { new ResolvedToken(Text(number), token) }, "service_requests", "request")
            : wire.WriteAsync(http, Failure.NoToken)));

    private async Task<PublicRequest?> FindAsync(HttpContext http, string id, Client client) =>
        RequestFilter.Number(id) is { } number ? await requests.FindAsync(number, client, http.RequestAborted) : null;

    private static string Notice(int number, Filed done)
    {
        string came = done.Joined ? $"这件事已经有人反映，并到{number}号一起办。" : $"记下了（{number}号），等网格员确认。";
        string shown = done.IsShown ? "" : "这件事私下办，进展不在这里公布。";
        return came + shown + (done.IsEmergency ? "有危险请马上打 119、110 或 120。" : "");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
