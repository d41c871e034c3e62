using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tests.Knowledge.Reading;

/// <summary>A server on this machine that answers each path as a test says, byte by byte, and keeps what it was asked.</summary>
internal sealed class WebSite : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, byte[]> _answers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public WebSite()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Asked { get; } = [];

    public string Address(string path, string host = "site.example") => $"http://{host}:{Port}{path}";

    public void Answer(string path, string content, string type = "text/html; charset=utf-8", string status = "200 OK", string more = "") =>
        Answer(path, Encoding.UTF8.GetBytes(content), type, status, more);

    public void Answer(string path, byte[] content, string type, string status = "200 OK", string more = "") => _answers[path] =
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nConnection: close\r\n{more}\r\n"), .. content];

    public void Redirect(string path, string to) => Answer(path, "", status: "302 Found", more: $"Location: {to}\r\nSet-Cookie: a=b\r\n");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await OneAsync(client.GetStream());
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // the next one, or the end
            }
        }
    }

    private async Task OneAsync(NetworkStream stream)
    {
        byte[] buffer = new byte[16 * 1024];
        int read = await stream.ReadAsync(buffer, _stop.Token);
        string asked = Encoding.ASCII.GetString(buffer, 0, read);
        Asked.Add(asked);
        string path = asked.Split(' ').ElementAtOrDefault(1) ?? "";
        // what has no answer keeps the other side waiting
        if (_answers.TryGetValue(path, out byte[]? answer)) { await stream.WriteAsync(answer, _stop.Token); }
        else { await Task.Delay(Timeout.Infinite, _stop.Token); }
    }
}
