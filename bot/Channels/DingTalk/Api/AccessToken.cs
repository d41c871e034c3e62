using System.Text.Json.Nodes;
using Bot.Messaging.Activities;
using Microsoft.Extensions.Options;

namespace Bot.Channels.DingTalk.Api;

/// <summary>What the vendor's API wants with every request: fetched once for all who ask, kept until shortly before it ends.</summary>
internal sealed class AccessToken(ApiClient api, IOptions<DingTalkOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Usual = TimeSpan.FromHours(2);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Known? _known;

    public async Task<TokenAnswer> GetAsync(CancellationToken cancellationToken)
    {
        if (Good() is { } known) { return new TokenAnswer(known.Value, null); }
        await _one.WaitAsync(cancellationToken);
        try
        {
            return Good() is { } fetched ? new TokenAnswer(fetched.Value, null) : await FetchAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The vendor does not take it any more.</summary>
    public void Forget(string value)
    {
        if (_known is { } known && known.Value == value) { _known = null; }
    }

    public void Dispose() => _one.Dispose();

    private Known? Good() => _known is { } known && known.Until > clock.GetUtcNow() ? known : null;

    private async Task<TokenAnswer> FetchAsync(CancellationToken cancellationToken)
    {
        JsonObject who = new() { ["appKey"] = options.Value.ClientId, ["appSecret"] = options.Value.ClientSecret };
        ApiAnswer answer = await api.PostAsync(new Uri($"{options.Value.Api.TrimEnd('/')}/v1.0/oauth2/accessToken"), who, token: null, cancellationToken);
        if (answer.IsGood && answer.Body.Text("accessToken") is { Length: > 0 and <= 4096 } token)
        {
            TimeSpan good = answer.Body.Number("expireIn") is { } seconds and > 0 and < 1_000_000 ? TimeSpan.FromSeconds(seconds) : Usual;
            _known = new Known(token, clock.GetUtcNow() + (good > Early * 2 ? good - Early : good / 2));
            return new TokenAnswer(token, null);
        }
        return new TokenAnswer(null, answer switch
        {
            { IsOfForeignAddress: true } => ApiAnswer.ForeignAddress,
            { IsDenied: true } => "钉钉不认这个应用，请核对 ClientId 和 ClientSecret",
            { IsThrottle: true } => "钉钉说要凭证要得太勤，稍后再试",
            { Outcome: not ApiOutcome.Answered } => "连不上钉钉，请看看这台电脑能不能上网",
            _ => "要不到钉钉的凭证，稍后再试",
        });
    }

    private sealed record Known(string Value, DateTimeOffset Until);
}

/// <param name="Value">Null when there is none.</param>
/// <param name="Problem">Why not, for people.</param>
internal sealed record TokenAnswer(string? Value, string? Problem);
