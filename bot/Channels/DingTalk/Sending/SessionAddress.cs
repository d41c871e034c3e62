namespace Bot.Channels.DingTalk.Sending;

/// <summary>The address at which a message can be answered for a while, a secret. It came with the message, so it is believed only where it is the vendor's.</summary>
internal static class SessionAddress
{
    private const int Longest = 2048;
    private const string Path = "/robot/sendBySession";

    /// <summary>Null when it is not the vendor's.</summary>
    public static Uri? Read(string? text, DingTalkOptions options) =>
        text is { Length: > 0 and <= Longest } && Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.UserInfo.Length == 0 && address.AbsolutePath == Path
        && (IsAt(address, options.WebhookApi) || IsAt(address, options.Api)) ? address : null;

    private static bool IsAt(Uri address, string server) =>
        Uri.Compare(address, new Uri(server), UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
