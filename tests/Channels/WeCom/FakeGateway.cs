using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Tests.Channels.WeCom;

/// <summary>A request to the vendor's HTTP addresses.</summary>
internal sealed record PostedRequest(string Path, string Query, JsonNode Body);

/// <summary>
/// The vendor's end on a port of its own: the long connection with one live connection a bot, webhooks, reply addresses and files. It
/// keeps what it gets and misbehaves on demand. Believed because the vendor's own client works with it.
/// </summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    public const string BotId = "aibTEST";
    public const string Secret = "secret-of-the-test-bot";

    private readonly WebApplication _app;
    private WebSocket? _live;

    private FakeGateway(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public string SocketAddress => Address.Replace("http://", "ws://", StringComparison.Ordinal);

    /// <summary>Every frame of every client, in order.</summary>
    public ConcurrentQueue<JsonNode> Frames { get; } = [];

    public ConcurrentQueue<PostedRequest> Posted { get; } = [];

    public int Connections { get; private set; }

    public bool IsConnected => _live is { State: WebSocketState.Open };

    /// <summary>The error code for a frame; null for no answer at all.</summary>
    public Func<JsonNode, int?> Code { get; set; } = _ => 0;

    /// <summary>What a posted request is answered; null breaks the connection off.</summary>
    public Func<PostedRequest, int?> Answer { get; set; } = _ => 0;

    public Func<HttpContext, Task>? Files { get; set; }

    public static async Task<FakeGateway> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        FakeGateway gateway = new(app);
        app.UseWebSockets();
        app.Run(gateway.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return gateway;
    }

    public JsonNode[] Of(string command) => [.. Frames.Where(frame => (string?)frame["cmd"] == command)];

    /// <summary>Hands a message to whoever is connected.</summary>
    public Task CallAsync(string requestId, string body, string command = "aibot_msg_callback") =>
        SendAsync(_live!, $$"""{"cmd":"{{command}}","headers":{"req_id":"{{requestId}}"},"body":{{body}}}""");

    public Task DisplaceAsync() => DisplaceAsync(_live!);

    /// <summary>The connection is gone from one moment to the next.</summary>
    public void Kill() => _live!.Abort();

    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private Task TakeAsync(HttpContext http) =>
        http.WebSockets.IsWebSocketRequest ? SpeakAsync(http) : HttpMethods.IsGet(http.Request.Method) ? Files?.Invoke(http) ?? Task.CompletedTask : PostAsync(http);

    private async Task PostAsync(HttpContext http)
    {
        using StreamReader reader = new(http.Request.Body);
        PostedRequest request = new(http.Request.Path.Value!, http.Request.QueryString.Value ?? "", JsonNode.Parse(await reader.ReadToEndAsync())!);
        Posted.Enqueue(request);
        if (Answer(request) is not { } code)
        {
            http.Abort();
            return;
        }
        http.Response.ContentType = "application/json; charset=UTF-8";
        await http.Response.WriteAsync($$"""{"errcode":{{code}},"errmsg":"said by the test"}""");
    }

    private async Task SpeakAsync(HttpContext http)
    {
        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
        Connections++;
        byte[] buffer = new byte[256 * 1024];
        try
        {
            while (socket.State == WebSocketState.Open)
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
                await HearAsync(socket, JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, length))!);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // the client is gone, as clients go
        }
    }

    private async Task HearAsync(WebSocket socket, JsonNode frame)
    {
        Frames.Enqueue(frame);
        if (Code(frame) is not { } code) { return; }
        if ((string?)frame["cmd"] == "aibot_subscribe" && code == 0)
        {
            JsonNode? body = frame["body"];
            code = (string?)body?["bot_id"] == BotId && (string?)body["secret"] == Secret ? 0 : 853000;
            if (code == 0)
            {
                WebSocket? before = Interlocked.Exchange(ref _live, socket);
                if (before is { State: WebSocketState.Open }) { await DisplaceAsync(before); }
            }
        }
        await SendAsync(socket, $$"""{"headers":{"req_id":"{{(string?)frame["headers"]!["req_id"]}}"},"errcode":{{code}},"errmsg":"ok"}""");
    }

    private static Task DisplaceAsync(WebSocket socket) => SendAsync(
        socket, """{"cmd":"aibot_event_callback","headers":{"req_id":"e1"},"body":{"msgid":"e1","aibotid":"aibTEST","msgtype":"event","event":{"eventtype":"disconnected_event"}}}""");

    private static Task SendAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
}
