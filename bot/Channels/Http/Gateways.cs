using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Http;

/// <summary>The configured gateways, each with the channel it is.</summary>
internal sealed class Gateways(IOptions<HttpChannelOptions> options)
{
    private readonly FrozenDictionary<string, Gateway> _byId = options.Value.Gateways
        .ToFrozenDictionary(each => each.Key, each => new Gateway(each.Key, each.Value), StringComparer.OrdinalIgnoreCase);

    public Gateway? Find(string id) => _byId.GetValueOrDefault(id);

    public Gateway this[string id] => _byId[id];
}
