using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Tests.Channels.Http;

/// <summary>A gateway's callback on a port of its own: keeps what it was sent and says each key once.</summary>
public sealed class GatewayStub : IAsyncDisposable
{
    private WebApplication _app = null!;

    public ConcurrentQueue<GatewayPost> Posts { get; } = new();

    /// <summary>What was said in the group: one activity for each key.</summary>
    public ConcurrentDictionary<string, JsonElement> Said { get; } = new();

    /// <summary>Instead of the usual answer; true when it has answered.</summary>
    public Func<GatewayPost, HttpContext, Task<bool>> Act { get; set; } = (_, _) => Task.FromResult(false);

    public string Address => _app.Urls.First() + "/said";

    public async Task StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.MapPost("/said", (RequestDelegate)TakeAsync);
        await _app.StartAsync();
    }

    public GatewayPost Last(string key) => Posts.Last(post => post.Key == key);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body);
        GatewayPost post = new(http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
        Posts.Enqueue(post);
        if (await Act(post, http)) { return; }
        Said.TryAdd(post.Key, post.Activity);
        await http.Response.WriteAsync($$"""{"id":"said-{{Said.Count}}"}""");
    }
}

public sealed record GatewayPost(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Key => Uri.UnescapeDataString(Headers["Idempotency-Key"]);

    public JsonElement Activity => JsonDocument.Parse(Encoding.UTF8.GetString(Body)).RootElement;
}
