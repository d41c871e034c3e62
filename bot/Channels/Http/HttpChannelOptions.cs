namespace Bot.Channels.Http;

public sealed class HttpChannelOptions
{
    public const string Section = "Channels:Http";

    /// <summary>The gateways by their key id: letters, digits and hyphens.</summary>
    public Dictionary<string, GatewayOptions> Gateways { get; } = new(StringComparer.OrdinalIgnoreCase);
}
