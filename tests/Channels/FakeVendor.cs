using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Tests.Channels;

/// <summary>A vendor's end on a port of its own: requests and WebSockets.</summary>
internal abstract class FakeVendor : IAsyncDisposable
{
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly WebApplication _app;
    private int _open;

    protected FakeVendor()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Run(http => http.WebSockets.IsWebSocketRequest ? CountAsync(http) : AnswerAsync(http));
    }

    public string Address => _app.Urls.First();

    public string SocketAddress => Address.Replace("http://", "ws://", StringComparison.Ordinal);

    /// <summary>Connections that are asked for or stand.</summary>
    public int Standing => _open;

    /// <summary>In how many pieces a frame is sent.</summary>
    public int Pieces { get; set; } = 1;

    /// <summary>Before what the bot says is answered.</summary>
    public Func<Task> Until { get; set; } = () => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _sending.Dispose();
    }

    protected static async Task<T> StartAsync<T>(T vendor) where T : FakeVendor
    {
        await vendor._app.StartAsync(TestContext.Current.CancellationToken);
        return vendor;
    }

    protected abstract Task AnswerAsync(HttpContext http);

    protected abstract Task SpeakAsync(HttpContext http);

    private async Task CountAsync(HttpContext http)
    {
        Interlocked.Increment(ref _open);
        try { await SpeakAsync(http); }
        finally { Interlocked.Decrement(ref _open); }
    }

    protected async Task SendAsync(WebSocket socket, byte[] frame, WebSocketMessageType type)
    {
        await _sending.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            int size = Math.Max(1, (frame.Length + Pieces - 1) / Pieces);
            for (int at = 0; at < frame.Length; at += size)
            {
                bool last = at + size >= frame.Length;
                await socket.SendAsync(frame.AsMemory(at, last ? frame.Length - at : size), type, last, TestContext.Current.CancellationToken);
            }
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Every whole frame, until the client is gone, as clients go.</summary>
    protected static async Task HearAsync(WebSocket socket, Func<byte[], Task> heard)
    {
        byte[] buffer = new byte[256 * 1024];
        try
        {
            while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            {
                int length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close) { break; }
                await heard(buffer[..length]);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
        }
    }
}
