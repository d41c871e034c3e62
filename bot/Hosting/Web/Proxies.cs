using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Bot.Hosting.Web;

/// <summary>What the web server in front says of the request counts: who asks, whether by https, under which host. From anybody else it is nothing.</summary>
internal static class Proxies
{
    public static IApplicationBuilder UseProxies(this IApplicationBuilder app)
    {
        string[] known = [.. app.ApplicationServices.GetRequiredService<IOptions<ProxyOptions>>().Value.Each];
        if (known.Length == 0) { return app; }
        ForwardedHeadersOptions options = new()
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (string one in known)
        {
            if (IPAddress.TryParse(one, out IPAddress? address)) { options.KnownProxies.Add(address); }
            else { options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(one)); }
        }
        return app.UseForwardedHeaders(options);
    }
}
