using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Tests.Hosting;

/// <summary>An office's sign-in service on a port of its own; it lies on demand.</summary>
internal sealed class OidcStub : IAsyncDisposable
{
    public const string Client = "grid-bot";
    public const string Secret = "office-secret-0123456789";
    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _app;

    private OidcStub(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public (string Key, string Value)[] Settings => [("SignIn:Oidc:Authority", Address), ("SignIn:Oidc:ClientId", Client), ("SignIn:Oidc:ClientSecret", Secret)];

    /// <summary>Who signs in there.</summary>
    public string Account { get; set; } = "xiaomeng";

    /// <summary>Changes the claims before they are signed.</summary>
    public Action<Dictionary<string, object>> Lie { get; set; } = _ => { };

    /// <summary>Changes the signed token.</summary>
    public Func<string, string> Forge { get; set; } = token => token;

    public bool Floods { get; set; }

    /// <summary>Everything handed out that no log may hold.</summary>
    public ConcurrentBag<string> Tokens { get; } = [];

    /// <summary>How often a code was asked to be exchanged.</summary>
    public int Exchanges { get; private set; }

    private ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Codes { get; } = new();

    public static async Task<OidcStub> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        WebApplication app = builder.Build();
        OidcStub stub = new(app);
        app.MapGet("/.well-known/openid-configuration", (RequestDelegate)stub.DiscoverAsync);
        app.MapGet("/keys", (RequestDelegate)stub.KeysAsync);
        app.MapPost("/token", (RequestDelegate)stub.ExchangeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    /// <summary>What happens after the person gave their password there: the way back.</summary>
    public string Agree(Uri sent)
    {
        Dictionary<string, string> asked = QueryHelpers.ParseQuery(sent.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        asked["response_type"].ShouldBe("code");
        asked["client_id"].ShouldBe(Client);
        asked["code_challenge_method"].ShouldBe("S256");
        string code = $"code-{Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}";
        Codes[code] = asked;
        Tokens.Add(code);
        return QueryHelpers.AddQueryString(asked["redirect_uri"], new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] });
    }

    /// <summary>The same claims without a signature.</summary>
    public static string Unsigned(string token) => $"{Base64(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}"""))}.{token.Split('.')[1]}.";

    /// <summary>The same claims signed by somebody else.</summary>
    public static string Foreign(string token)
    {
        using RSA other = RSA.Create(2048);
        string[] parts = token.Split('.');
        return $"{parts[0]}.{parts[1]}.{Sign(other, $"{parts[0]}.{parts[1]}")}";
    }

    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private Task DiscoverAsync(HttpContext http) => SendAsync(http, new Dictionary<string, object>
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["jwks_uri"] = $"{Address}/keys",
    });

    private Task KeysAsync(HttpContext http)
    {
        RSAParameters key = _key.ExportParameters(includePrivateParameters: false);
        return SendAsync(http, new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64(key.Modulus!), e = Base64(key.Exponent!) } } });
    }

    private async Task ExchangeAsync(HttpContext http)
    {
        Exchanges++;
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        string verifier = form["code_verifier"].ToString();
        Tokens.Add(verifier);
        bool isOurs = http.Request.Headers.Authorization == $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Client}:{Secret}"))}";
        if (!isOurs || !Codes.TryRemove(form["code"].ToString(), out IReadOnlyDictionary<string, string>? asked) || form["redirect_uri"] != asked["redirect_uri"]
            || Base64(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) != asked["code_challenge"])
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        string access = $"access-{Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}";
        string token = Forge(TokenFor(asked["nonce"]));
        Tokens.Add(access);
        Tokens.Add(token);
        await SendAsync(http, new { id_token = token, access_token = access, token_type = "Bearer", expires_in = 300, padding = Floods ? new string('x', 5_000_000) : "" });
    }

    private string TokenFor(string nonce)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Dictionary<string, object> claims = new()
        {
            ["iss"] = Address,
            ["aud"] = Client,
            ["sub"] = "u-1",
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 300,
            ["nonce"] = nonce,
            ["preferred_username"] = Account,
        };
        Lie(claims);
        string signed = $"{Base64(Encoding.UTF8.GetBytes("""{"alg":"RS256","typ":"JWT","kid":"one"}"""))}.{Base64(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Sign(_key, signed)}";
    }

    private static string Sign(RSA key, string text) => Base64(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    private static string Base64(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    private static async Task SendAsync(HttpContext http, object body)
    {
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(JsonSerializer.Serialize(body), http.RequestAborted);
    }
}
