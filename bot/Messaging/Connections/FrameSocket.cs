using System.Net.WebSockets;

namespace Bot.Messaging.Connections;

/// <summary>A WebSocket to a vendor, whole frames in and out; any number may send at the same time, one receives.</summary>
public sealed class FrameSocket : IDisposable
{
    public const int LargestFrame = 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly byte[] _buffer = new byte[16 * 1024];

    private FrameSocket() => _socket.Options.KeepAliveInterval = TimeSpan.Zero;

    /// <param name="ping">How often to ask whether the other side is still there, for a vendor that does not itself; without an answer the connection is broken.</param>
    public static async Task<FrameSocket> ConnectAsync(Uri address, TimeProvider clock, CancellationToken cancellationToken, TimeSpan? ping = null)
    {
        FrameSocket socket = new();
        if (ping is { } interval) { (socket._socket.Options.KeepAliveInterval, socket._socket.Options.KeepAliveTimeout) = (interval, interval); }
        using CancellationTokenSource late = new(Patience, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await socket._socket.ConnectAsync(address, either.Token);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> frame, WebSocketMessageType type, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            // half a frame would end the connection for everybody: once begun it is sent whole
            await _socket.SendAsync(frame, type, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>The next frame; null when the other side has closed the connection.</summary>
    public async Task<byte[]?> ReceiveAsync(CancellationToken cancellationToken)
    {
        using MemoryStream frame = new();
        while (true)
        {
            ValueWebSocketReceiveResult part = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) { return null; }
            if (frame.Length + part.Count > LargestFrame) { throw new IOException("A frame is too large."); }
            frame.Write(_buffer, 0, part.Count);
            if (part.EndOfMessage) { return frame.ToArray(); }
        }
    }

    public void Dispose()
    {
        _socket.Abort();
        _socket.Dispose();
    }
}
