using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bot.Open311;

/// <summary>Which client a key is of, and how often each may ask.</summary>
internal sealed class Clients : IDisposable
{
    private readonly (byte[] Hash, Client Client)[] _keys;
    private readonly PartitionedRateLimiter<string> _limiter;

    public Clients(IOptions<Open311Options> options)
    {
        _keys = [.. options.Value.Clients.Select(client => (Hash(client.Value.ApiKey!), Client.Of(client.Key, client.Value)))];
        _limiter = PartitionedRateLimiter.Create<string, string>(id => RateLimitPartition.GetFixedWindowLimiter(
            id, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.PerMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    /// <summary>As long for a wrong key as for a right one, whichever it is.</summary>
    public Client? Find(string key)
    {
        byte[] asked = Hash(key);
        Client? found = null;
        foreach ((byte[] hash, Client client) in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, asked)) { found = client; }
        }
        return found;
    }

    public bool MayAsk(string id)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(id);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
