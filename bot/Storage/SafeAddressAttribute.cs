using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;

namespace Bot.Storage;

/// <summary>Residents' words and a key travel there: unencrypted only inside the building.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SafeAddressAttribute(string example)
    : ValidationAttribute($"须是网址，如 {example}；本机和内网以外的要用 https，网址里不能带用户名和密码")
{
    public string Example => example;

    private static readonly string[] Inside = [".local", ".lan", ".internal", ".home.arpa"];

    public override bool IsValid(object? value)
    {
        if (value is null or "") { return true; }
        return Uri.TryCreate(value as string, UriKind.Absolute, out Uri? uri)
            && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsInside(uri)));
    }

    private static bool IsInside(Uri uri)
    {
        if (IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? address)) { return IsPrivate(address); }
        return !uri.Host.Contains('.', StringComparison.Ordinal) || Inside.Any(end => uri.Host.EndsWith(end, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPrivate(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain)) { return true; }
        if (plain.AddressFamily == AddressFamily.InterNetworkV6) { return plain.IsIPv6UniqueLocal || plain.IsIPv6LinkLocal; }
        byte[] parts = plain.GetAddressBytes();
        return parts[0] == 10 || (parts[0] == 172 && parts[1] is >= 16 and <= 31) || (parts[0] == 192 && parts[1] == 168);
    }
}
