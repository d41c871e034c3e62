using System.Text;

namespace Bot.Channels.Http;

/// <summary>One gateway, ready to check and to sign.</summary>
internal sealed class Gateway(string id, GatewayOptions options)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.Secret ?? "");

    public string Id => id;

    public GatewayOptions Options => options;

    public ReadOnlySpan<byte> Secret => _secret;
}
