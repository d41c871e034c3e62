using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Hosting;

/// <summary>The address a person on this machine types; known once the server has started.</summary>
internal sealed class PublicAddress(IServer server)
{
    public string Value => Of(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Settings.Addresses.Default);

    /// <summary>"Any address" is none to type: this machine's own stands for it.</summary>
    public static string Of(string bound)
    {
        BindingAddress address = BindingAddress.Parse(bound);
        string host = address.Host is "0.0.0.0" or "[::]" or "*" or "+" ? "127.0.0.1" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}";
    }
}
