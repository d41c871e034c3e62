using System.Text.Json;
using Bot.Messaging.Activities;

namespace Bot.Channels.WeCom.Media;

/// <summary>Where a picture or file lies and, behind the mark of a fragment, the key it is encrypted with. A secret; good for five minutes.</summary>
internal static class MediaAddress
{
    private const int Longest = 2048;

    public static string? Of(JsonElement media) => media.Text("url") is not { Length: > 0 and <= Longest } url || url.Contains('#', StringComparison.Ordinal) ? null
        : media.Text("aeskey") is { Length: > 0 and <= 64 } key ? $"{url}#{key}" : url;

    /// <summary>The address and the key, null where the message had none.</summary>
    public static (Uri Url, string? Key)? Read(string address)
    {
        string[] parts = address.Split('#', 2);
        return Uri.TryCreate(parts[0], UriKind.Absolute, out Uri? url) && url.Scheme is "https" or "http" && url.UserInfo.Length == 0
            ? (url, parts.Length > 1 ? parts[1] : null) : null;
    }
}
