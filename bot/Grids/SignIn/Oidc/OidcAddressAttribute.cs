using System.ComponentModel.DataAnnotations;

namespace Bot.Grids.SignIn.Oidc;

/// <summary>The secret and who somebody is travel there: unencrypted only within this machine.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OidcAddressAttribute()
    : ValidationAttribute("须是 https 网址，如 https://login.example.org/realms/office；只有本机可以用 http，网址里不能带用户名、密码和问号")
{
    public override bool IsValid(object? value) => value is null or ""
        || (IsSafe(value as string) && new Uri((string)value) is { Query: "" });

    public static bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
