using Microsoft.Extensions.Primitives;

namespace Bot.Hosting.Settings;

/// <summary>A place that settings came from, as it was at the start: read again it might say something else.</summary>
internal sealed class FrozenProvider(IConfigurationProvider provider) : IConfigurationProvider
{
    public bool TryGet(string key, out string? value) => provider.TryGet(key, out value);

    public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) => provider.GetChildKeys(earlierKeys, parentPath);

    public IChangeToken GetReloadToken() => new ConfigurationReloadToken();

    public void Load()
    {
    }

    public void Set(string key, string? value)
    {
    }
}
