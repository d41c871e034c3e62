namespace Bot.Hosting.Settings;

/// <summary>The addresses to listen on: <c>Urls</c>, several separated by semicolons.</summary>
internal static class Addresses
{
    public const string Key = "Urls";
    public const string Default = "http://127.0.0.1:5080";
    private const string Form = "须是 http://主机:端口，多个用分号隔开，端口 0 到 65535，如 http://127.0.0.1:5080";

    public static string Of(IConfiguration configuration) =>
        configuration[Key] is { Length: > 0 } urls ? urls : Default;

    public static IEnumerable<SettingProblem> Errors(string? urls) =>
        string.IsNullOrWhiteSpace(urls) || urls.Split(';', StringSplitOptions.TrimEntries).All(IsAddress)
            ? []
            : [SettingsCheck.Wrong(Key, urls, Form)];

    private static bool IsAddress(string url)
    {
        try
        {
            BindingAddress address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https"
                && address.Host.Length > 0
                && address.Port is >= 0 and <= 65535
                && address.PathBase.Length == 0
                && (address.Host is "*" or "+" || Uri.CheckHostName(address.Host.Trim('[', ']')) != UriHostNameType.Unknown)
                && (address.Port != 0 || address.Host != "localhost");
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
