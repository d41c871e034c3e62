using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Bot.Grids.SignIn.Oidc;

/// <summary>Binds the way back from the sign-in service to the browser that went, for ten minutes and once.</summary>
internal sealed class OidcTries(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private const string Cookie = "bot.oidc";
    private const int MostRemembered = 10_000;

    private readonly IDataProtector _protector = protection.CreateProtector("Bot.Grids.SignIn.Oidc");
    private readonly Dictionary<string, DateTimeOffset> _used = [];
    private readonly Lock _lock = new();

    public OidcTry Begin(HttpContext http)
    {
        OidcTry begun = new(Random(), Random(), Random(), clock.GetUtcNow() + Lifetime);
        http.Response.Cookies.Append(Cookie, _protector.Protect(JsonSerializer.Serialize(begun)), Settings(http));
        return begun;
    }

    /// <summary>The try that this browser began with this state; null when there is none, it is too old or was used.</summary>
    public OidcTry? Take(HttpContext http, string? state)
    {
        string? carried = http.Request.Cookies[Cookie];
        http.Response.Cookies.Delete(Cookie, Settings(http));
        return Read(carried) is { } begun && IsSame(begun.State, state) && clock.GetUtcNow() < begun.Until && IsFirst(begun) ? begun : null;
    }

    private OidcTry? Read(string? carried)
    {
        try
        {
            return carried is null ? null : JsonSerializer.Deserialize<OidcTry>(_protector.Unprotect(carried));
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    // a copy of the cookie outlives its deletion
    private bool IsFirst(OidcTry begun)
    {
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            foreach (string old in _used.Where(each => each.Value <= now).Select(each => each.Key).ToArray()) { _used.Remove(old); }
            return _used.Count < MostRemembered && _used.TryAdd(begun.State, begun.Until);
        }
    }

    private static bool IsSame(string one, string? other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other ?? ""));

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    // lax: the way back comes from another site
    private static CookieOptions Settings(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        Path = OidcEndpoints.Start,
        MaxAge = Lifetime,
        IsEssential = true,
    };
}
