using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Bot.Open311;

/// <summary>Which client a key is of, and how often each may ask.</summary>
internal sealed class Clients : IDisposable
{
    private readonly (byte[] Hash, Client Client)[] _keys;
    private readonly PartitionedRateLimiter<string> _each;
    private readonly FixedWindowRateLimiter _keyless;

    public Clients(IOptions<Open311Options> options)
    {
        _keys = [.. options.Value.Clients.Select(client => (Hash(client.Value.ApiKey!), Client.Of(client.Key, client.Value)))];
        _each = PartitionedRateLimiter.Create<string, string>(id => RateLimitPartition.GetFixedWindowLimiter(id, _ => PerMinute(options.Value.PerMinute)));
        _keyless = new FixedWindowRateLimiter(PerMinute(options.Value.PerMinuteWithoutKey));
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

    public bool MayAsk(Client client)
    {
        using RateLimitLease lease = _each.AttemptAcquire(client.Id);
        return lease.IsAcquired;
    }

    /// <summary>For whoever has no key of ours; all of them together have a limit too, so that no number of addresses takes the program for itself.</summary>
    public bool MayAskWithoutKey(string origin)
    {
        using RateLimitLease lease = _each.AttemptAcquire(origin);
        if (!lease.IsAcquired) { return false; }
        using RateLimitLease all = _keyless.AttemptAcquire();
        return all.IsAcquired;
    }

    public void Dispose()
    {
        _each.Dispose();
        _keyless.Dispose();
    }

    private static FixedWindowRateLimiterOptions PerMinute(int most) => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) };

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
