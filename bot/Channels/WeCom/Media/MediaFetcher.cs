using System.Net;
using System.Security.Cryptography;
using Bot.Channels.Envelopes;
using Knowledge.Reading.Web;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom.Media;

/// <summary>Fetches and decrypts what a message carries; to be asked at once, the address is good for five minutes.</summary>
public sealed class MediaFetcher : IDisposable
{
    private readonly string? _ownKey;
    private readonly TimeSpan _time;
    private readonly HttpMessageInvoker _web;
    private readonly ILogger _logger;

    public MediaFetcher(IOptions<WeComOptions> options, ILogger<MediaFetcher> logger, WebAccess? access = null)
    {
        WebAccess allowed = access ?? new WebAccess();
        (_ownKey, _time, _logger) = (options.Value.EncodingAesKey, allowed.Time, logger);
        _web = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            ConnectCallback = new CheckedConnection(allowed).ConnectAsync,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.Zero,
        });
    }

    /// <summary>The bytes, whatever they are; null when they cannot be had, are too many or do not decrypt.</summary>
    /// <param name="address"><c>ContentUrl</c> of the attachment.</param>
    /// <param name="most">In bytes.</param>
    public async Task<byte[]?> FetchAsync(string address, int most, CancellationToken cancellationToken)
    {
        if (MediaAddress.Read(address) is not { } media || KeyOf(media.Key ?? _ownKey) is not { } key) { return Nothing("no usable address or key"); }
        using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(_time);
        try
        {
            byte[]? taken = await TakeAsync(media.Url, most, late.Token);
            return taken is null ? null : EnvelopeCipher.Decrypt(key, taken) ?? Nothing("it does not decrypt");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or CryptographicException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Nothing(e.GetType().Name);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _web.Dispose();

    private async Task<byte[]?> TakeAsync(Uri url, int most, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, url);
        using HttpResponseMessage response = await _web.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK) { return Nothing($"HTTP {(int)response.StatusCode}"); }
        // encrypted it is at most a block longer
        int limit = most + 32;
        if (response.Content.Headers.ContentLength > limit) { return Nothing("too large"); }
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using MemoryStream taken = new();
        byte[] buffer = new byte[32 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (taken.Length + read > limit) { return Nothing("too large"); }
            taken.Write(buffer, 0, read);
        }
        return taken.ToArray();
    }

    private byte[]? Nothing(string reason)
    {
        _logger.NotFetched(reason);
        return null;
    }

    private static byte[]? KeyOf(string? text)
    {
        byte[] key = new byte[48];
        return text is { Length: > 0 and <= 64 } && Convert.TryFromBase64String(text.TrimEnd('=').PadRight((text.TrimEnd('=').Length + 3) / 4 * 4, '='), key, out int length)
            && length == 32 ? key[..32] : null;
    }
}
