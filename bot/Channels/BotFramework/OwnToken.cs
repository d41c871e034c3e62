using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Bot.Channels.BotFramework;

/// <summary>This bot's own token, kept until shortly before it ends.</summary>
internal sealed class OwnToken(IOptions<BotFrameworkOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { MaxResponseContentBufferSize = 64 * 1024 };
    private readonly SemaphoreSlim _alone = new(1, 1);
    private string? _token;
    private DateTimeOffset _until;

    /// <summary>Null when none is needed: nothing is signed.</summary>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (options.Value.AllowAnonymous) { return null; }
        await _alone.WaitAsync(cancellationToken);
        try
        {
            return _token is { } kept && clock.GetUtcNow() < _until ? kept : await AskAsync(cancellationToken);
        }
        finally
        {
            _alone.Release();
        }
    }

    /// <summary>It was not believed: the next one is a new one.</summary>
    public void Forget(string? token)
    {
        if (_token == token) { _token = null; }
    }

    public void Dispose()
    {
        _http.Dispose();
        _alone.Dispose();
    }

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        using FormUrlEncodedContent form = new(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.Value.AppId!,
            ["client_secret"] = options.Value.AppSecret!,
            ["scope"] = options.Value.Scope,
        });
        using HttpResponseMessage response = await _http.PostAsync(options.Value.TokenUrl, form, cancellationToken);
        response.EnsureSuccessStatusCode();
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        _token = answer.RootElement.GetProperty("access_token").GetString() ?? throw new InvalidDataException("no token");
        _until = clock.GetUtcNow() + TimeSpan.FromSeconds(answer.RootElement.GetProperty("expires_in").GetInt32()) - Before;
        return _token;
    }
}
