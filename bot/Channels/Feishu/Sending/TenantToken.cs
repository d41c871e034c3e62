using System.Text.Json.Nodes;
using Bot.Messaging.Activities;
using Microsoft.Extensions.Options;

namespace Bot.Channels.Feishu.Sending;

/// <summary>What says to the vendor who we are: good for two hours, renewed three minutes before, asked for by one at a time.</summary>
internal sealed class TenantToken(ApiClient api, IOptions<FeishuOptions> options, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Early = TimeSpan.FromMinutes(3);
    private const string Path = "/open-apis/auth/v3/tenant_access_token/internal";

    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile Known? _known;

    /// <summary>The token, or what was answered instead.</summary>
    public async Task<(string? Token, Answer Answer)> GetAsync(CancellationToken cancellationToken)
    {
        if (Good() is { } good) { return (good, Answer.NotSent); }
        await _asking.WaitAsync(cancellationToken);
        try
        {
            return Good() is { } meanwhile ? (meanwhile, Answer.NotSent) : await RenewAsync(cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>The vendor does not believe it any more.</summary>
    public void Forget(string token)
    {
        if (_known is { } known && known.Token == token) { _known = null; }
    }

    public void Dispose() => _asking.Dispose();

    private string? Good() => _known is { } known && known.Until > clock.GetUtcNow() ? known.Token : null;

    private async Task<(string? Token, Answer Answer)> RenewAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset asked = clock.GetUtcNow();
        JsonObject who = new() { ["app_id"] = options.Value.AppId, ["app_secret"] = options.Value.AppSecret };
        Answer answer = await api.AskAsync(HttpMethod.Post, Path, who, token: null, cancellationToken);
        if (!answer.IsDone || answer.Body.Text("tenant_access_token") is not { Length: > 0 } token) { return (null, answer); }
        _known = new Known(token, asked + TimeSpan.FromSeconds(Math.Clamp(answer.Body.Number("expire") ?? 0, 0, 86_400)) - Early);
        return (token, answer);
    }

    private sealed record Known(string Token, DateTimeOffset Until);
}
