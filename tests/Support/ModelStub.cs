using System.Collections.Concurrent;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tests.Support;

/// <summary>A model's server on a port of its own, that answers as told and keeps what it was sent; it misbehaves on demand.</summary>
public sealed class ModelStub : IAsyncDisposable
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly WebApplication _app;

    private ModelStub(WebApplication app) => _app = app;

    /// <summary>What it does with a request; by default it is sure of nothing.</summary>
    public Func<HttpContext, Task> Act { get; set; } = Say(Opinion("chat", sure: 0.3));

    /// <summary>The bodies received, in order.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    /// <summary>The authorization headers received.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    public string Address => _app.Urls.First() + "/v1";

    /// <summary>Settings that make a host use it.</summary>
    public (string Key, string Value)[] Settings => [("Ai:Endpoint", Address), ("Ai:Model", "stub-1"), ("Ai:ApiKey", "sk-secret-0123456789abcdef")];

    public static async Task<ModelStub> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        WebApplication app = builder.Build();
        ModelStub stub = new(app);
        app.MapPost("/v1/chat/completions", (RequestDelegate)stub.TakeAsync);
        app.MapPost("/v1/embeddings", (RequestDelegate)stub.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    /// <summary>Answers with these words of the model, in the envelope of the protocol.</summary>
    public static Func<HttpContext, Task> Say(string words, string finish = "stop") => Send(Envelope(words, finish));

    public static Func<HttpContext, Task> Send(string body, int status = 200, string type = "application/json") => async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(body, http.RequestAborted);
    };

    public static Func<HttpContext, Task> Refuse(int status, string? retryAfter = null) => http =>
    {
        if (retryAfter is not null) { http.Response.Headers.RetryAfter = retryAfter; }
        return Send("{\"error\":{\"message\":\"Incorrect API key provided: sk-secret-0123456789abcdef\"}}", status)(http);
    };

    public static Task HangAsync(HttpContext http) => Task.Delay(Timeout.Infinite, http.RequestAborted);

    /// <summary>Begins to answer and goes on for ever, a byte at a time.</summary>
    public static async Task DripAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync("{", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        await Task.Delay(Timeout.Infinite, http.RequestAborted);
    }

    public static Task ResetAsync(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    public static async Task FloodAsync(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        byte[] block = new byte[64 * 1024];
        Array.Fill(block, (byte)' ');
        for (int i = 0; i < 160; i++) { await http.Response.Body.WriteAsync(block, http.RequestAborted); }
    }

    public static string Envelope(string words, string finish = "stop") => new JsonObject
    {
        ["id"] = "chatcmpl-1",
        ["object"] = "chat.completion",
        ["created"] = 1764000000,
        ["model"] = "stub-1",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = words },
            ["finish_reason"] = finish,
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 900, ["completion_tokens"] = 60, ["total_tokens"] = 960 },
    }.ToJsonString();

    public static string Opinion(
        string kind, string? category = null, string? topic = null, string? urgency = null, bool opens = false, int? joins = null, double sure = 0.95, string reason = "依据") =>
        JsonSerializer.Serialize(new { kind, category, topic, urgency, opens, joins, confidence = sure, reason }, AsItIs);

    public static string Matter(string topic = "噪声", string urgency = "normal", double sure = 0.95, string reason = "依据", string kind = "issue") =>
        Opinion(kind, "生活便民", topic, urgency, opens: true, sure: sure, reason: reason);

    public async ValueTask DisposeAsync()
    {
        // what hangs is let go, not waited for
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using StreamReader reader = new(http.Request.Body);
        Received.Enqueue(await reader.ReadToEndAsync(http.RequestAborted));
        Keys.Enqueue(http.Request.Headers.Authorization.ToString());
        await Act(http);
    }
}
