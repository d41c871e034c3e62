using System.Net;
using System.Net.Sockets;

namespace Knowledge.Reading.Web;

/// <summary>Tells addresses of the public internet from those that lead into a network of the office, to the machine itself, or to the keys of a cloud.</summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
            "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // where clouds keep what their machines may know
            "168.63.129.16/32",
            // tunnels to addresses of the other kind, and addresses of books
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    // all that was ever given out
    private static readonly IPNetwork Given = IPNetwork.Parse("2000::/3");

    /// <summary>Whether it lies in the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || (plain.AddressFamily == AddressFamily.InterNetworkV6 && Given.Contains(plain)))
            && !Closed.Any(network => network.Contains(plain));
    }

    /// <summary>Whether a page is read from there: a public address, at the ports of the web.</summary>
    public static bool Allows(IPEndPoint end) => end.Port is 80 or 443 && IsPublic(end.Address);
}
