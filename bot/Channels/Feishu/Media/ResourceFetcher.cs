using System.Net;
using Bot.Channels.Feishu.Sending;

namespace Bot.Channels.Feishu.Media;

/// <summary>Fetches what a message carries.</summary>
internal sealed class ResourceFetcher(Api api, TimeProvider clock, ILogger<ResourceFetcher> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The bytes, whatever they are; null when they cannot be had or are too many.</summary>
    /// <param name="address"><c>ContentUrl</c> of the attachment.</param>
    /// <param name="most">In bytes.</param>
    public async Task<byte[]?> FetchAsync(string address, int most, CancellationToken cancellationToken)
    {
        if (Resource.Path(address) is not { } path) { return Nothing("no usable address"); }
        using CancellationTokenSource late = new(Patience, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using HttpResponseMessage? response = await api.OpenAsync(path, either.Token);
            if (response is null) { return Nothing("no token"); }
            if (response.StatusCode != HttpStatusCode.OK) { return Nothing($"HTTP {(int)response.StatusCode}"); }
            return await TakeAsync(response, most, either.Token);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Nothing(e.GetType().Name);
        }
    }

    private async Task<byte[]?> TakeAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > most) { return Nothing("too large"); }
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using MemoryStream taken = new();
        byte[] buffer = new byte[32 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (taken.Length + read > most) { return Nothing("too large"); }
            taken.Write(buffer, 0, read);
        }
        return taken.ToArray();
    }

    private byte[]? Nothing(string reason)
    {
        logger.NotFetched(reason);
        return null;
    }
}
