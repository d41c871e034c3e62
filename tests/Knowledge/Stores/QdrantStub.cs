using System.Collections.Concurrent;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Tests.Knowledge.Stores;

/// <summary>A request that the stub got, and what it answered.</summary>
internal sealed record StubRequest(string Method, string Path, string Query, string? Body, int Status, string Answer);

/// <summary>
/// A server on a port of its own that speaks the part of Qdrant's HTTP interface that is used here, over real HTTP: it keeps
/// points, computes filters, scores and fusion, and keeps what it was sent. It misbehaves on demand.
/// </summary>
internal sealed class QdrantStub : IAsyncDisposable
{
    public const string Key = "stub-key-0123456789";

    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private readonly StubCollections _collections = new();

    private QdrantStub(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public ConcurrentQueue<StubRequest> Requests { get; } = new();

    /// <summary>Answers in the stub's place where it returns true.</summary>
    public Func<HttpContext, Task<bool>>? Instead { get; set; }

    public static async Task<QdrantStub> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        QdrantStub stub = new(app);
        app.Run(stub.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    public IReadOnlyList<string> Collections
    {
        get
        {
            lock (_lock) { return [.. _collections.Names]; }
        }
    }

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        if (Instead is { } instead && await instead(http)) { return; }
        using StreamReader reader = new(http.Request.Body);
        string body = await reader.ReadToEndAsync(http.RequestAborted);
        (int status, JsonNode answer) = http.Request.Headers["api-key"] != Key
            ? (401, (JsonNode)"Must provide an API key or an Authorization bearer token")
            : Answer(http.Request.Method, http.Request.Path.Value!, body);
        string text = answer.ToJsonString(AsItIs);
        Requests.Enqueue(new StubRequest(
            http.Request.Method, http.Request.Path.Value!, http.Request.QueryString.Value ?? "", body.Length == 0 ? null : body, status, text));
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(text, http.RequestAborted);
    }

    private (int Status, JsonNode Answer) Answer(string method, string path, string body)
    {
        try
        {
            JsonObject said = body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject();
            lock (_lock)
            {
                return (200, new JsonObject { ["result"] = _collections.Do(method, path, said), ["status"] = "ok", ["time"] = 0.0001 });
            }
        }
        catch (StubRefusal refusal)
        {
            return (refusal.Status, new JsonObject { ["status"] = new JsonObject { ["error"] = refusal.Message }, ["time"] = 0.0001 });
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            return (400, new JsonObject { ["status"] = new JsonObject { ["error"] = $"Format error in JSON body: {wrong.Message}" }, ["time"] = 0.0001 });
        }
    }
}
