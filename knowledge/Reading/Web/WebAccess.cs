using System.Net;

namespace Knowledge.Reading.Web;

/// <summary>How pages of the web are reached. Only tests change it: their servers stand on their own machine.</summary>
public sealed record WebAccess
{
    /// <summary>Whether a connection may be made to that address and port.</summary>
    public Func<IPEndPoint, bool> IsAllowed { get; init; } = PublicAddresses.Allows;

    /// <summary>The addresses of a host.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>For all of it, with every other address it leads to.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a page may lead to another address.</summary>
    public int Redirects { get; init; } = 3;
}
