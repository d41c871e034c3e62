using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Grids.SignIn.Oidc;

/// <summary>The sign-in service of the office. Whatever it does wrong is an exception; none of its words go further.</summary>
internal sealed class OidcProvider : IDisposable
{
    private const int LargestAnswer = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly OidcOptions _options;
    private readonly HttpClient _http;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _configurations;

    public OidcProvider(IOptions<SignInOptions> options)
    {
        _options = options.Value.Oidc;
        // a redirect would carry code and secret to an address nobody configured
        SocketsHttpHandler sockets = new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        _http = new HttpClient(sockets) { Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };
        string authority = _options.Authority?.TrimEnd('/') ?? "";
        _configurations = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{authority}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(_http) { RequireHttps = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase) });
    }

    /// <summary>Where the browser goes to sign in.</summary>
    public async Task<string> AddressAsync(OidcTry begun, string back, CancellationToken cancellationToken)
    {
        OpenIdConnectConfiguration known = await ConfigurationAsync(cancellationToken);
        return QueryHelpers.AddQueryString(known.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = _options.ClientId,
            ["redirect_uri"] = back,
            ["scope"] = _options.Claim == "email" ? "openid profile email" : "openid profile",
            ["state"] = begun.State,
            ["nonce"] = begun.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(begun.Verifier))),
            ["code_challenge_method"] = "S256",
        });
    }

    /// <summary>The account of whoever signed in there.</summary>
    public async Task<string> AccountAsync(OidcTry begun, string code, string back, CancellationToken cancellationToken)
    {
        OpenIdConnectConfiguration known = await ConfigurationAsync(cancellationToken);
        OpenIdConnectMessage answer = await ExchangeAsync(known, begun, code, back, cancellationToken);
        try
        {
            return OidcTokenCheck.AccountOf(answer, known, _options, begun.Nonce);
        }
        catch (SecurityTokenSignatureKeyNotFoundException)
        {
            // it changed its keys: good from the next try on
            _configurations.RequestRefresh();
            throw;
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<OpenIdConnectConfiguration> ConfigurationAsync(CancellationToken cancellationToken)
    {
        // who waits for another's slow answer waits no longer than that one
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        OpenIdConnectConfiguration known = await _configurations.GetConfigurationAsync(patience.Token);
        return known.Issuer?.TrimEnd('/') == _options.Authority?.TrimEnd('/')
            && OidcAddressAttribute.IsSafe(known.AuthorizationEndpoint) && OidcAddressAttribute.IsSafe(known.TokenEndpoint)
            ? known : throw new InvalidDataException("not the service that was configured");
    }

    private async Task<OpenIdConnectMessage> ExchangeAsync(
        OpenIdConnectConfiguration known, OidcTry begun, string code, string back, CancellationToken cancellationToken)
    {
        Dictionary<string, string> form = new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = back,
            ["client_id"] = _options.ClientId!,
            ["code_verifier"] = begun.Verifier,
        };
        using HttpRequestMessage request = new(HttpMethod.Post, known.TokenEndpoint);
        if (_options.ClientSecret is { Length: > 0 } secret)
        {
            if (known.TokenEndpointAuthMethodsSupported.Contains("client_secret_post")) { form["client_secret"] = secret; }
            else { request.Headers.Authorization = Basic(_options.ClientId!, secret); }
        }
        request.Content = new FormUrlEncodedContent(form);
        using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return new OpenIdConnectMessage(await response.Content.ReadAsStringAsync(cancellationToken));
    }

    private static AuthenticationHeaderValue Basic(string client, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client)}:{Uri.EscapeDataString(secret)}")));
}
