using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Channels.Feishu.Line;
using Microsoft.AspNetCore.Http;

namespace Tests.Channels.Feishu;

/// <summary>A request to the vendor's HTTP addresses.</summary>
internal sealed record ApiRequest(string Method, string Path, string Query, string? Token, JsonNode? Body);

/// <summary>
/// The vendor's end on a port of its own: tokens, messages that are said once for each key, names, files and the long connection. It
/// keeps what it gets and misbehaves on demand. Believed because the vendor's own client works with it.
/// </summary>
internal sealed class FakeGateway : FakeVendor
{
    public const string AppId = "cli_0123456789abcdef";
    public const string Secret = "secret-of-the-test-app";
    public const string BotId = "ou_bot";
    public const string Picture = "PICTURE";

    private readonly ConcurrentDictionary<string, TaskCompletionSource<Frame>> _waiting = new();
    private WebSocket? _live;
    private int _tokens;
    private int _said;

    public ConcurrentQueue<ApiRequest> Requests { get; } = [];

    /// <summary>Every frame of every client as it came.</summary>
    public ConcurrentQueue<byte[]> Frames { get; } = [];

    /// <summary>What stands in the chats: the request that said it, by its message id.</summary>
    public ConcurrentDictionary<string, ApiRequest> Said { get; } = new();

    public ConcurrentDictionary<string, string> Keys { get; } = new();

    public int Connections { get; private set; }

    public bool IsConnected => _live is { State: WebSocketState.Open };

    public long EndpointCode { get; set; }

    public bool Pongs { get; set; } = true;

    /// <summary>Instead of the usual answer; true when it has answered.</summary>
    public Func<ApiRequest, HttpContext, Task<bool>> Act { get; set; } = (_, _) => Task.FromResult(false);

    public static Task<FakeGateway> StartAsync() => StartAsync(new FakeGateway());

    public ApiRequest[] To(string path) => [.. Requests.Where(request => request.Path == path)];

    /// <summary>No token that was given is good any more.</summary>
    public void ExpireTokens() => Interlocked.Increment(ref _tokens);

    /// <summary>Hands an event to whoever is connected, in parts; the answer to it, 200 or 500.</summary>
    public async Task<int> PushAsync(string id, string payload, int parts = 1, params int[] order)
    {
        TaskCompletionSource<Frame> answer = _waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        byte[] bytes = Encoding.UTF8.GetBytes(payload);
        int size = (bytes.Length + parts - 1) / parts;
        foreach (int seq in order.Length > 0 ? order : [.. Enumerable.Range(0, parts)])
        {
            await SendAsync(_live!, Event(id, parts, seq, bytes[Math.Min(bytes.Length, seq * size)..Math.Min(bytes.Length, (seq + 1) * size)]));
        }
        return CodeOf(await answer.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
    }

    /// <summary>The same in one part, for as long as the caller waits.</summary>
    public async Task<int> HandAsync(string id, string payload, CancellationToken cancellationToken)
    {
        TaskCompletionSource<Frame> answer = _waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await SendAsync(_live!, Event(id, 1, 0, Encoding.UTF8.GetBytes(payload)));
            return CodeOf(await answer.Task.WaitAsync(cancellationToken));
        }
        finally
        {
            _waiting.TryRemove(id, out _);
        }
    }

    /// <summary>Without waiting for an answer.</summary>
    public Task SendAsync(Frame frame) => SendAsync(_live!, frame);

    public static Frame Event(string id, int sum, int seq, byte[] payload) => new()
    {
        SeqId = 7,
        LogId = 1234567890123456,
        Service = 33,
        Method = Frame.Data,
        Headers =
        [
            new FrameHeader("type", "event"), new FrameHeader("message_id", id), new FrameHeader("sum", $"{sum}"), new FrameHeader("seq", $"{seq}"),
            new FrameHeader("trace_id", "trace"),
        ],
        PayloadEncoding = "json",
        PayloadType = "json",
        Payload = payload,
        LogIdNew = "log",
    };

    /// <summary>The connection is gone from one moment to the next.</summary>
    public void Kill() => _live!.Abort();

    protected override async Task AnswerAsync(HttpContext http)
    {
        using StreamReader reader = new(http.Request.Body);
        string body = await reader.ReadToEndAsync();
        string? bearer = http.Request.Headers.Authorization.ToString() is { Length: > 7 } said ? said["Bearer ".Length..] : null;
        ApiRequest request = new(http.Request.Method, http.Request.Path.Value!, http.Request.QueryString.Value ?? "", bearer, body.Length > 0 ? JsonNode.Parse(body) : null);
        Requests.Enqueue(request);
        if (await Act(request, http)) { return; }
        if (request.Path.Contains("/resources/", StringComparison.Ordinal) && bearer == Good)
        {
            await http.Response.WriteAsync(Picture);
            return;
        }
        JsonObject answer = Answer(request);
        http.Response.StatusCode = long.Parse(answer["code"]!.ToString()) is 0 or 514 or 403 or 1 or 10014 or 1000040343 or 1000040350 ? 200 : 400;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(answer.ToJsonString());
    }

    private static int CodeOf(Frame answer) => (int)JsonNode.Parse(answer.Payload!)!["code"]!;

    private string Good => $"t-{_tokens}";

    private JsonObject Answer(ApiRequest request) => (request.Method, request.Path.Split('/')[1..]) switch
    {
        ("POST", ["callback", "ws", "endpoint"]) => Endpoint(request.Body!),
        ("POST", ["open-apis", "auth", "v3", "tenant_access_token", "internal"]) => Token(request.Body!),
        ("POST", ["open-apis", "bot", "v2", "hook", _]) => Done(new JsonObject()),
        _ when request.Token != Good => new JsonObject { ["code"] = 99991663, ["msg"] = "Invalid access token for authorization." },
        ("GET", ["open-apis", "bot", "v3", "info"]) => new JsonObject
        {
            ["code"] = 0,
            ["msg"] = "ok",
            ["bot"] = new JsonObject { ["activate_status"] = 2, ["app_name"] = "小助手", ["open_id"] = BotId },
        },
        ("POST", ["open-apis", "im", "v1", "messages"]) or ("POST", ["open-apis", "im", "v1", "messages", _, "reply"]) => Say(request),
        ("DELETE", ["open-apis", "im", "v1", "messages", var id]) => Said.TryRemove(id, out _) ? Done(new JsonObject()) : new JsonObject { ["code"] = 230011, ["msg"] = "recalled" },
        ("GET", ["open-apis", "im", "v1", "chats", _]) => Done(new JsonObject { ["name"] = "锦绣苑一网格群" }),
        ("GET", ["open-apis", "contact", "v3", "users", var id]) => Done(new JsonObject { ["user"] = new JsonObject { ["name"] = $"住户{id[^1]}" } }),
        _ => new JsonObject { ["code"] = 230001, ["msg"] = "Your request contains an invalid request parameter." },
    };

    private static JsonObject Done(JsonObject data) => new() { ["code"] = 0, ["msg"] = "success", ["data"] = data };

    private JsonObject Endpoint(JsonNode body) => EndpointCode != 0 ? new JsonObject { ["code"] = EndpointCode, ["msg"] = "said by the test" }
        : (string?)body["AppID"] != AppId || (string?)body["AppSecret"] != Secret ? new JsonObject { ["code"] = 514, ["msg"] = "auth failed" }
        : Done(new JsonObject
        {
            ["URL"] = $"{SocketAddress}/ws?device_id=d1&access_key=k&service_id=33&ticket=t",
            ["ClientConfig"] = new JsonObject { ["PingInterval"] = 120, ["ReconnectCount"] = -1, ["ReconnectInterval"] = 1, ["ReconnectNonce"] = 1 },
        });

    private JsonObject Token(JsonNode body) => (string?)body["app_id"] == AppId && (string?)body["app_secret"] == Secret
        ? new JsonObject { ["code"] = 0, ["msg"] = "ok", ["tenant_access_token"] = Good, ["expire"] = 7200 }
        : new JsonObject { ["code"] = 10014, ["msg"] = "app secret invalid" };

    private JsonObject Say(ApiRequest request)
    {
        string id = Keys.GetOrAdd((string)request.Body!["uuid"]!, _ => $"om_said{Interlocked.Increment(ref _said)}");
        Said.TryAdd(id, request);
        return Done(new JsonObject { ["message_id"] = id });
    }

    protected override async Task SpeakAsync(HttpContext http)
    {
        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
        Connections++;
        await HearAsync(socket, bytes =>
        {
            Frames.Enqueue(bytes);
            return HearAsync(socket, FrameReader.Read(bytes)!);
        });
    }

    private async Task HearAsync(WebSocket socket, Frame frame)
    {
        if (frame.Method == Frame.Data)
        {
            if (_waiting.TryGetValue(frame.Header("message_id")!, out TaskCompletionSource<Frame>? waiting)) { waiting.TrySetResult(frame); }
            return;
        }
        if (!Pongs) { return; }
        Frame pong = frame with { Headers = [new FrameHeader("type", "pong")], Payload = """{"PingInterval":120,"ReconnectCount":-1,"ReconnectInterval":1,"ReconnectNonce":1}"""u8.ToArray() };
        await SendAsync(socket, pong);
        // the vendor's own client listens only a moment after it has connected
        _live = socket;
    }

    private Task SendAsync(WebSocket socket, Frame frame) => SendAsync(socket, FrameWriter.Write(frame), WebSocketMessageType.Binary);
}
