using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Bot.Messaging;
using Bot.Messaging.Activities;

namespace Bot.Channels.BotFramework;

/// <summary>The requests of the connector interface. What it answers is judged by what certainly was not said.</summary>
internal sealed class Connector(OwnToken token, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan WaitUnlessTold = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 64 * 1024,
    };

    public Task<SendResult> SayAsync(string serviceUrl, string conversation, Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, Address(serviceUrl, conversation, activity.ReplyToId), JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Default.Activity), cancellationToken);

    public Task<SendResult> DeleteAsync(string serviceUrl, string conversation, string id, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, Address(serviceUrl, conversation, id), body: null, cancellationToken);

    /// <summary>Begins a conversation; sent as its id.</summary>
    public Task<SendResult> BeginAsync(string serviceUrl, byte[] parameters, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, new Uri($"{serviceUrl.TrimEnd('/')}/v3/conversations"), parameters, cancellationToken);

    public void Dispose() => _http.Dispose();

    private static Uri Address(string serviceUrl, string conversation, string? activity) => new(
        $"{serviceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities{(activity is null ? "" : $"/{Uri.EscapeDataString(activity)}")}");

    private async Task<SendResult> SendAsync(HttpMethod method, Uri address, byte[]? body, CancellationToken cancellationToken)
    {
        string? own;
        try
        {
            own = await token.GetAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult(SendOutcome.TryLater, exception is HttpRequestException { StatusCode: not null } ? "拿不到令牌，请核对应用编号和密钥" : "拿不到令牌，连不上登录服务");
        }
        try
        {
            using HttpRequestMessage request = new(method, address);
            if (own is not null) { request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", own); }
            if (body is not null) { request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } }; }
            using HttpResponseMessage response = await _http.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized) { token.Forget(own); }
            return await ResultAsync(response, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            return exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                ? new SendResult(SendOutcome.TryLater, "连不上对方的服务")
                : new SendResult(SendOutcome.Unknown, "对方的回音没有收全");
        }
    }

    private async Task<SendResult> ResultAsync(HttpResponseMessage response, CancellationToken cancellationToken) => response.StatusCode switch
    {
        _ when response.IsSuccessStatusCode => new SendResult(SendOutcome.Sent, SentAs: Id(await response.Content.ReadAsByteArrayAsync(cancellationToken))),
        HttpStatusCode.TooManyRequests => SendResult.Throttled(After(response), wholeChannel: false, "发得太密，晚一点再发"),
        HttpStatusCode.ServiceUnavailable => SendResult.Throttled(After(response), wholeChannel: true, "对方现在忙，晚一点再发"),
        HttpStatusCode.Unauthorized => new SendResult(SendOutcome.TryLater, "令牌不被承认，请核对应用编号和密钥"),
        >= HttpStatusCode.InternalServerError => new SendResult(SendOutcome.Unknown, $"对方出错，答复 {(int)response.StatusCode}"),
        HttpStatusCode.Forbidden => new SendResult(SendOutcome.Refused, "机器人不在这个会话里，或者没有权限"),
        HttpStatusCode.NotFound => new SendResult(SendOutcome.Refused, "这个会话或这句话已经不在"),
        _ => new SendResult(SendOutcome.Refused, $"对方不收，答复 {(int)response.StatusCode}"),
    };

    private TimeSpan After(HttpResponseMessage response) => RetryAfter.Of(response, clock.GetUtcNow()) ?? WaitUnlessTold;

    // some answer with nothing
    private static string? Id(byte[] answer)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
