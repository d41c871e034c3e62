using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Tests.Channels.BotFramework;

/// <summary>Keys, tokens and connector of the Bot Framework on a port of its own; keeps what it was asked.</summary>
public sealed class ServiceStub : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    public const string AppId = "11111111-2222-3333-4444-555555555555";

    private static readonly string[] Algorithms = ["RS256"];

    private readonly RsaSecurityKey _good = new(RSA.Create(2048)) { KeyId = "good" };
    private readonly RsaSecurityKey _other = new(RSA.Create(2048)) { KeyId = "other" };
    private readonly RsaSecurityKey _foreign = new(RSA.Create(2048)) { KeyId = "good" };
    private readonly RsaSecurityKey _unknown = new(RSA.Create(2048)) { KeyId = "unknown" };
    private WebApplication _app = null!;

    public ConcurrentQueue<Asked> Requests { get; } = new();

    public int Tokens => Requests.Count(request => request.Path == "/token");

    /// <summary>Instead of the usual answer; true when it has answered.</summary>
    public Func<HttpContext, Asked, bool> Act { get; set; } = (_, _) => false;

    /// <summary>Before what the bot says is answered.</summary>
    public Func<Task> Until { get; set; } = () => Task.CompletedTask;

    /// <summary>Whether the key "unknown" is told since.</summary>
    public bool HasNewKey { get; set; }

    public bool KeysFail { get; set; }

    public int KeysAsked { get; private set; }

    public string Address => _app.Urls.First();

    public string Metadata => Address + "/metadata";

    /// <summary>As the activities name it.</summary>
    public string ServiceUrl => Address + "/service/";

    public async Task StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.MapGet("/metadata", (RequestDelegate)(http => WriteAsync(http, new { issuer = Issuer, jwks_uri = Address + "/keys", id_token_signing_alg_values_supported = Algorithms })));
        _app.MapGet("/keys", (RequestDelegate)(http => KeysAsync(http, new { keys = new[] { Jwk(_good, "msteams", "webchat"), Jwk(_other, "slack") }.Concat(HasNewKey ? [Jwk(_unknown, "msteams")] : []) })));
        _app.MapPost("/token", (RequestDelegate)(async http =>
        {
            await KeepAsync(http);
            await WriteAsync(http, new { access_token = $"own-{Tokens}", expires_in = 3600, token_type = "Bearer" });
        }));
        _app.Map("/service/{**path}", (RequestDelegate)(async http =>
        {
            Asked asked = await KeepAsync(http);
            await Until();
            if (!Act(http, asked)) { await WriteAsync(http, new { id = $"sent-{Requests.Count}" }); }
        }));
        await _app.StartAsync();
    }

    public string Token(string key = "good", string issuer = Issuer, string audience = AppId, string? serviceUrl = null, int from = -60, int until = 3600, bool serviceClaim = true)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        Dictionary<string, object> claims = new()
        {
            ["iss"] = issuer,
            ["aud"] = audience,
            ["nbf"] = now.AddSeconds(from).ToUnixTimeSeconds(),
            ["exp"] = now.AddSeconds(until).ToUnixTimeSeconds(),
        };
        if (serviceClaim) { claims["serviceurl"] = serviceUrl ?? ServiceUrl; }
        SecurityKey signer = key switch { "good" => _good, "other" => _other, "foreign" => _foreign, "unknown" => _unknown, _ => new SymmetricSecurityKey(new byte[64]) { KeyId = "good" } };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            JsonSerializer.Serialize(claims), new SigningCredentials(signer, signer is SymmetricSecurityKey ? SecurityAlgorithms.HmacSha256 : SecurityAlgorithms.RsaSha256));
    }

    /// <summary>As one of the channels hands it in.</summary>
    public string Said(string id, string text, string channel = "msteams", string? serviceUrl = null, string conversation = "19:abc@thread.tacv2") =>
        $$$"""{"type":"message","id":"{{{id}}}","channelId":"{{{channel}}}","serviceUrl":"{{{serviceUrl ?? ServiceUrl}}}","from":{"id":"29:u1","name":"小陈"},"recipient":{"id":"28:bot","name":"RobotA"},"conversation":{"id":"{{{conversation}}}","isGroup":true,"name":"试用群"},"text":"{{{text}}}"}""";

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<Asked> KeepAsync(HttpContext http)
    {
        using StreamReader body = new(http.Request.Body);
        Asked asked = new(http.Request.Method, http.Request.Path + http.Request.QueryString, http.Request.Headers.Authorization.ToString(), await body.ReadToEndAsync());
        Requests.Enqueue(asked);
        return asked;
    }

    private Task KeysAsync(HttpContext http, object keys)
    {
        KeysAsked++;
        if (!KeysFail) { return WriteAsync(http, keys); }
        http.Response.StatusCode = 500;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext http, object what) => http.Response.WriteAsJsonAsync(what);

    private static object Jwk(RsaSecurityKey key, params string[] endorsements)
    {
        RSAParameters parts = key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = key.KeyId, n = Base64UrlEncoder.Encode(parts.Modulus), e = Base64UrlEncoder.Encode(parts.Exponent), endorsements };
    }
}

public sealed record Asked(string Method, string Path, string Authorization, string Body)
{
    public bool Says(string words) => Body.StartsWith('{') && JsonDocument.Parse(Body).RootElement.TryGetProperty("text", out JsonElement text) && text.GetString()!.Contains(words, StringComparison.Ordinal);
}
