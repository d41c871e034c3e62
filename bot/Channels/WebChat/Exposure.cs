using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Channels.WebChat;

/// <summary>Whether the program can be reached from this machine alone.</summary>
public sealed class Exposure(IServer server)
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    /// <summary>Known once the server has started.</summary>
    public bool LoopbackOnly => Addresses is { Count: > 0 } addresses && addresses.All(IsLoopback);

    /// <summary>Whether a web server in front lets others in: what says who asks is then taken away before anything here sees it.</summary>
    public bool IsBehindProxy { get; set; }

    private ICollection<string>? Addresses => server.Features.Get<IServerAddressesFeature>()?.Addresses;

    /// <summary>
    /// Whether a request comes from a browser on this machine that asked for this machine by name:
    /// another name is DNS rebinding, a forwarding header is a proxy that lets others in.
    /// </summary>
    public bool IsLocal(HttpRequest request) =>
        LoopbackOnly && !IsBehindProxy
        && request.HttpContext.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && IsLoopbackName(request.Host.Host)
        && !Forwarding.Any(request.Headers.ContainsKey);

    private static bool IsLoopback(string address) => IsLoopbackName(BindingAddress.Parse(address).Host);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address);
}
