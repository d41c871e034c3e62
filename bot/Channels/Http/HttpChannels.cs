using Bot.Messaging;

namespace Bot.Channels.Http;

/// <summary>The channel of each gateway.</summary>
internal sealed class HttpChannels(IEnumerable<IChannel> channels)
{
    private readonly Dictionary<string, HttpChannel> _byGateway = channels.OfType<HttpChannel>().ToDictionary(channel => channel.GatewayId, StringComparer.Ordinal);

    public HttpChannel Of(Gateway gateway) => _byGateway[gateway.Id];
}
