using System.Net;
using Knowledge.Reading.Web;

namespace Bot.Messaging.Pictures;

/// <summary>
/// Fetches pictures by their address: from any public one, never from inside the building, no further than it leads and no more than is taken.
/// </summary>
public sealed class PictureWeb(WebAccess? access = null) : IDisposable
{
    private readonly HttpMessageInvoker _web = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        ConnectCallback = new CheckedConnection(access ?? new WebAccess()).ConnectAsync,
        MaxResponseHeadersLength = 32,
        PooledConnectionLifetime = TimeSpan.Zero,
    });

    /// <param name="url">A secret.</param>
    /// <param name="refused">What any answer but 200 means.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<FetchedPicture> FetchAsync(Uri url, Func<HttpStatusCode, FetchedPicture> refused, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, url);
        using HttpResponseMessage response = await _web.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK) { return refused(response.StatusCode); }
        if (response.Content.Headers.ContentLength > PhotoStore.LargestFetched) { return new FetchedPicture.Gone(FetchedPicture.TooLarge); }
        await using Stream content = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await FetchedPicture.ReadAsync(content, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _web.Dispose();
}
