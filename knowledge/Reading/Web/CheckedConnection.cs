using System.Net;
using System.Net.Sockets;

namespace Knowledge.Reading.Web;

/// <summary>Connects to the very addresses that were checked: a name that is asked twice may answer differently.</summary>
public sealed class CheckedConnection(WebAccess access)
{
    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint asked = context.DnsEndPoint;
        IPAddress[] found = await FindAsync(asked.Host, cancellationToken).ConfigureAwait(false);
        if (found.Length == 0) { throw new ReadException(ReadFault.NoSuchHost); }
        // a name with one address inside and one outside is a trap
        if (Array.Exists(found, address => !access.IsAllowed(new IPEndPoint(address, asked.Port)))) { throw new ReadException(ReadFault.NotPublic); }
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, asked.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out IPAddress? literal)) { return [literal]; }
        try
        {
            return await access.Resolve(host, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            throw new ReadException(ReadFault.NoSuchHost);
        }
    }
}
