using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tests.Channels.DingTalk;

/// <summary>A request to the vendor's HTTP addresses.</summary>
internal sealed record PostedRequest(string Path, string Query, IReadOnlyDictionary<string, string> Headers, JsonNode Body, int Bytes);

/// <summary>What is answered instead of the usual.</summary>
/// <param name="Status">0 breaks the connection off.</param>
internal sealed record FakeAnswer(int Status, string Body = "{}")
{
    public static FakeAnswer Lost { get; } = new(0);

    public static FakeAnswer Error(long code) => new(200, $$"""{"errcode":{{code}},"errmsg":"said by the test"}""");
}

/// <summary>
/// The vendor's end on a port of its own: tickets good once, any number of Stream connections, tokens, the bot's own sending and webhooks. It
/// keeps what it gets and misbehaves on demand. Believed because the vendor's own client works with it.
/// </summary>
internal sealed class FakeGateway : FakeVendor
{
    public const string ClientId = "dingTESTapp";
    public const string Secret = "secret-of-the-test-app";

    private readonly ConcurrentDictionary<string, bool> _tickets = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();
    private readonly List<WebSocket> _sockets = [];
    private int _tokens;
    private int _sent;

    /// <summary>Every frame of every client, in order.</summary>
    public ConcurrentQueue<JsonNode> Frames { get; } = [];

    public ConcurrentQueue<PostedRequest> Posted { get; } = [];

    public int Connections => _sockets.Count;

    public bool IsConnected => _sockets is [.., { State: WebSocketState.Open }];

    /// <summary>What a posted request is answered; null for the usual.</summary>
    public Func<PostedRequest, FakeAnswer?> Act { get; set; } = _ => null;

    /// <summary>What lies where pictures lie.</summary>
    public byte[] File { get; set; } = [];

    public int Fetched { get; private set; }

    public string SessionAddress => $"{Address}/robot/sendBySession?session=s1";

    public static Task<FakeGateway> StartAsync() => StartAsync(new FakeGateway());

    public PostedRequest[] To(string end) => [.. Posted.Where(request => request.Path.EndsWith(end, StringComparison.Ordinal))];

    /// <summary>What was acknowledged under that id of a frame.</summary>
    public JsonNode? AckOf(string messageId) => Frames.FirstOrDefault(frame => (string?)frame["headers"]?["messageId"] == messageId);

    public Task PushAsync(string frame, int connection = -1) =>
        SendAsync(_sockets[connection < 0 ? ^1 : connection], Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text);

    /// <summary>The same, until it is acknowledged.</summary>
    public async Task HandAsync(string messageId, string frame, CancellationToken cancellationToken)
    {
        TaskCompletionSource acknowledged = _waiting[messageId] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await PushAsync(frame);
        await acknowledged.Task.WaitAsync(cancellationToken);
    }

    /// <summary>The connection is gone from one moment to the next.</summary>
    public void Kill(int connection = -1) => _sockets[connection < 0 ? ^1 : connection].Abort();

    /// <summary>As the vendor does some seconds after it said farewell.</summary>
    public Task CloseAsync(int connection = -1) =>
        _sockets[connection < 0 ? ^1 : connection].CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", TestContext.Current.CancellationToken);

    protected override Task AnswerAsync(HttpContext http) => HttpMethods.IsGet(http.Request.Method) ? GiveAsync(http) : PostAsync(http);

    protected override async Task SpeakAsync(HttpContext http)
    {
        if (!_tickets.TryRemove(http.Request.Query["ticket"].ToString(), out _))
        {
            http.Response.StatusCode = 401;
            return;
        }
        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
        lock (_sockets) { _sockets.Add(socket); }
        await HearAsync(socket, Hear);
    }

    private Task Hear(byte[] bytes)
    {
        JsonNode frame = JsonNode.Parse(bytes)!;
        Frames.Enqueue(frame);
        if ((string?)frame["headers"]?["messageId"] is { } id && _waiting.TryRemove(id, out TaskCompletionSource? waiting)) { waiting.TrySetResult(); }
        return Task.CompletedTask;
    }

    private Task GiveAsync(HttpContext http)
    {
        Fetched++;
        return http.Response.Body.WriteAsync(File).AsTask();
    }

    private async Task PostAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body);
        PostedRequest request = new(http.Request.Path.Value!, http.Request.QueryString.Value ?? "",
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            JsonNode.Parse(body.ToArray())!, (int)body.Length);
        Posted.Enqueue(request);
        if (request.Path is "/robot/sendBySession" or "/v1.0/robot/groupMessages/send") { await Until(); }
        FakeAnswer answer = Act(request) ?? Usual(request);
        if (answer.Status == 0)
        {
            http.Abort();
            return;
        }
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json; charset=UTF-8";
        await http.Response.WriteAsync(answer.Body);
    }

    private FakeAnswer Usual(PostedRequest request) => request.Path switch
    {
        "/v1.0/gateway/connections/open" => Open(request.Body),
        "/v1.0/oauth2/accessToken" => (string?)request.Body["appKey"] == ClientId && (string?)request.Body["appSecret"] == Secret
            ? new FakeAnswer(200, $$"""{"accessToken":"token-{{Interlocked.Increment(ref _tokens)}}","expireIn":7200}""")
            : new FakeAnswer(400, """{"code":"invalidClientIdOrSecret","message":"said by the test"}"""),
        "/robot/send" or "/robot/sendBySession" => FakeAnswer.Error(0),
        _ when request.Headers.GetValueOrDefault("x-acs-dingtalk-access-token") != $"token-{_tokens}" => new FakeAnswer(401, """{"code":"InvalidAuthentication","message":"said by the test"}"""),
        "/v1.0/robot/messageFiles/download" => new FakeAnswer(200, $$"""{"downloadUrl":"{{Address}}/file/1?key=a%2Fb"}"""),
        "/v1.0/robot/groupMessages/send" or "/v1.0/robot/oToMessages/batchSend" => new FakeAnswer(200, $$"""{"processQueryKey":"sent-{{Interlocked.Increment(ref _sent)}}"}"""),
        _ => new FakeAnswer(404, """{"code":"InvalidAction.NotFound"}"""),
    };

    private FakeAnswer Open(JsonNode body)
    {
        if ((string?)body["clientId"] != ClientId || (string?)body["clientSecret"] != Secret) { return new FakeAnswer(401, """{"code":"authFailed","message":"said by the test"}"""); }
        string ticket = Guid.NewGuid().ToString("N");
        _tickets[ticket] = true;
        return new FakeAnswer(200, $$"""{"endpoint":"{{SocketAddress}}/connect","ticket":"{{ticket}}"}""");
    }
}
