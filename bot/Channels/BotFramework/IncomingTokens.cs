using System.Collections;
using System.Text.Json;
using Bot.Messaging.Activities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Channels.BotFramework;

/// <summary>Believes a token when the library finds it signed by a channel for this bot, now, and it names the channel and the address the activity names.</summary>
internal sealed class IncomingTokens : IDisposable
{
    private const string Scheme = "Bearer ";
    private const string ServiceUrlClaim = "serviceurl";
    private const int LargestAnswer = 1024 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>How long ago they were asked for, whatever came of it, when a token needs others: strangers make up keys and must not have ours fetched with each.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly BotFrameworkOptions _options;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _configurations;
    private readonly HttpDocumentRetriever _documents;
    private readonly Lock _asking = new();
    private readonly JsonWebTokenHandler _reader = new() { MapInboundClaims = false };

    private Task<OpenIdConnectConfiguration>? _fetched;
    private DateTimeOffset _askedAt;

    public IncomingTokens(IOptions<BotFrameworkOptions> options, TimeProvider clock)
    {
        (_options, _clock) = (options.Value, clock);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = LargestAnswer };
        _documents = new HttpDocumentRetriever(_http) { RequireHttps = _options.Metadata.StartsWith("https:", StringComparison.OrdinalIgnoreCase) };
        _configurations = new ConfigurationManager<OpenIdConnectConfiguration>(_options.Metadata, new OpenIdConnectConfigurationRetriever(), _documents);
    }

    /// <summary>Throws when the keys cannot be had.</summary>
    public async Task<bool> AreGoodAsync(string? authorization, Activity activity, CancellationToken cancellationToken)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.Ordinal) != true || string.IsNullOrEmpty(activity.ChannelId)) { return false; }
        OpenIdConnectConfiguration known = await _configurations.GetConfigurationAsync(cancellationToken);
        TokenValidationResult result = await _reader.ValidateTokenAsync(authorization[Scheme.Length..], Rules(known));
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // it changed its keys, perhaps
            known = await FetchAsync(cancellationToken);
            result = await _reader.ValidateTokenAsync(authorization[Scheme.Length..], Rules(known));
        }
        return result is { IsValid: true, SecurityToken: JsonWebToken token }
            && token.TryGetClaim(ServiceUrlClaim, out System.Security.Claims.Claim claim) && claim.Value == activity.ServiceUrl
            && EndorsementsOf(known, token.Kid).Contains(activity.ChannelId);
    }

    public void Dispose() => _http.Dispose();

    // one question at a time, however many tokens wait for its answer
    private Task<OpenIdConnectConfiguration> FetchAsync(CancellationToken cancellationToken)
    {
        lock (_asking)
        {
            if (_fetched is null || (_fetched.IsCompleted && _clock.GetUtcNow() - _askedAt >= Fresh))
            {
                _askedAt = _clock.GetUtcNow();
                _fetched = AskAsync();
            }
            return _fetched.WaitAsync(cancellationToken);
        }
    }

    private async Task<OpenIdConnectConfiguration> AskAsync()
    {
        OpenIdConnectConfiguration known = await OpenIdConnectConfigurationRetriever.GetAsync(_options.Metadata, _documents, CancellationToken.None);
        _configurations.RequestRefresh();
        return known;
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration known) => new()
    {
        ValidIssuer = _options.Issuer,
        ValidAudience = _options.AppId,
        IssuerSigningKeys = known.SigningKeys,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
        RequireExpirationTime = true,
        LifetimeValidator = (from, until, _, _) => until + Skew > _clock.GetUtcNow() && (from is null || from - Skew <= _clock.GetUtcNow()),
    };

    private static HashSet<string> EndorsementsOf(OpenIdConnectConfiguration known, string kid) =>
        known.JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == kid)?.AdditionalData.TryGetValue("endorsements", out object? said) == true
            ? [.. Words(said)]
            : [];

    private static IEnumerable<string> Words(object? said) => said switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Select(each => each.ToString()),
        string one => one.StartsWith('[') ? JsonSerializer.Deserialize<string[]>(one) ?? [] : [one],
        IEnumerable many => many.Cast<object>().Select(each => each.ToString() ?? ""),
        _ => [],
    };
}
