using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tests.Channels.WeCom;

/// <summary>A request to the vendor's HTTP addresses.</summary>
internal sealed record PostedRequest(string Path, string Query, JsonNode Body);

/// <summary>
/// The vendor's end on a port of its own: the long connection with one live connection a bot, webhooks, reply addresses and files. It
/// keeps what it gets and misbehaves on demand. Believed because the vendor's own client works with it.
/// </summary>
internal sealed class FakeGateway : FakeVendor
{
    public const string BotId = "aibTEST";
    public const string Secret = "secret-of-the-test-bot";

    private WebSocket? _live;
    private volatile WebSocket? _welcomed;

    /// <summary>Every frame of every client, in order.</summary>
    public ConcurrentQueue<JsonNode> Frames { get; } = [];

    public ConcurrentQueue<PostedRequest> Posted { get; } = [];

    public int Connections { get; private set; }

    /// <summary>Whether a client was told that it is let in; what comes before that it may not understand.</summary>
    public bool IsConnected => _welcomed is { State: WebSocketState.Open };

    /// <summary>The error code for a frame; null for no answer at all.</summary>
    public Func<JsonNode, int?> Code { get; set; } = _ => 0;

    /// <summary>What a posted request is answered; null breaks the connection off.</summary>
    public Func<PostedRequest, int?> Answer { get; set; } = _ => 0;

    public Func<HttpContext, Task>? Files { get; set; }

    public static Task<FakeGateway> StartAsync() => StartAsync(new FakeGateway());

    public JsonNode[] Of(string command) => [.. Frames.Where(frame => (string?)frame["cmd"] == command)];

    /// <summary>Hands a message to whoever is connected.</summary>
    public Task CallAsync(string requestId, string body, string command = "aibot_msg_callback") =>
        SendAsync(_live!, $$"""{"cmd":"{{command}}","headers":{"req_id":"{{requestId}}"},"body":{{body}}}""");

    public Task DisplaceAsync() => DisplaceAsync(_live!);

    /// <summary>The connection is gone from one moment to the next.</summary>
    public void Kill() => _live!.Abort();

    protected override Task AnswerAsync(HttpContext http) => HttpMethods.IsGet(http.Request.Method) ? Files?.Invoke(http) ?? Task.CompletedTask : PostAsync(http);

    protected override async Task SpeakAsync(HttpContext http)
    {
        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
        Connections++;
        await HearAsync(socket, bytes => HearAsync(socket, JsonNode.Parse(bytes)!));
    }

    private async Task PostAsync(HttpContext http)
    {
        using StreamReader reader = new(http.Request.Body);
        PostedRequest request = new(http.Request.Path.Value!, http.Request.QueryString.Value ?? "", JsonNode.Parse(await reader.ReadToEndAsync())!);
        Posted.Enqueue(request);
        await Until();
        if (Answer(request) is not { } code)
        {
            http.Abort();
            return;
        }
        http.Response.ContentType = "application/json; charset=UTF-8";
        await http.Response.WriteAsync($$"""{"errcode":{{code}},"errmsg":"said by the test"}""");
    }

    private async Task HearAsync(WebSocket socket, JsonNode frame)
    {
        Frames.Enqueue(frame);
        if (Code(frame) is not { } code) { return; }
        if ((string?)frame["cmd"] is "aibot_respond_msg" or "aibot_send_msg") { await Until(); }
        bool subscribes = (string?)frame["cmd"] == "aibot_subscribe";
        if (subscribes && code == 0)
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
        if (subscribes && code == 0) { _welcomed = socket; }
    }

    private Task DisplaceAsync(WebSocket socket) => SendAsync(
        socket, """{"cmd":"aibot_event_callback","headers":{"req_id":"e1"},"body":{"msgid":"e1","aibotid":"aibTEST","msgtype":"event","event":{"eventtype":"disconnected_event"}}}""");

    private Task SendAsync(WebSocket socket, string text) => SendAsync(socket, Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);
}
