using System.Net;
using System.Net.Sockets;

namespace Bot.Open311;

/// <summary>Where a request without a key comes from: an IPv4 address, or the /64 of an IPv6 one, all of which one subscriber has.</summary>
internal static class Origin
{
    private const int NetworkLength = 8;

    public static string Of(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true }) { address = address.MapToIPv4(); }
        return address is { AddressFamily: AddressFamily.InterNetworkV6 } ? $"address {Network(address)}/64" : $"address {address}";
    }

    private static IPAddress Network(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkLength).Clear();
        return new IPAddress(bytes);
    }
}
