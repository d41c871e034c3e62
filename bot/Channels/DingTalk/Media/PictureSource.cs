using System.Net;
using Bot.Messaging.Pictures;
using Knowledge.Reading.Web;

namespace Bot.Channels.DingTalk.Media;

/// <summary>Fetches pictures from where the vendor says they lie, which is anywhere in its storage, but never inside the building.</summary>
internal sealed class PictureSource(MediaAddresses addresses, WebAccess? access = null) : IPictureSource, IDisposable
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

    public string Channel => DingTalkChannel.ChannelName;

    public TimeSpan Lives => TimeSpan.FromHours(2);

    public async Task<FetchedPicture> FetchAsync(Picture picture, CancellationToken cancellationToken)
    {
        MediaAddress found = await addresses.FindAsync(picture.Source!, cancellationToken);
        if (found.Url is not { } url) { return found.Instead!; }
        using HttpRequestMessage request = new(HttpMethod.Get, url);
        using HttpResponseMessage response = await _web.SendAsync(request, cancellationToken);
        // ended perhaps: the next try asks for another address
        if (response.StatusCode != HttpStatusCode.OK) { return new FetchedPicture.Later(); }
        if (response.Content.Headers.ContentLength > PhotoStore.LargestFetched) { return new FetchedPicture.Gone(FetchedPicture.TooLarge); }
        return await FetchedPicture.ReadAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken);
    }

    public void Dispose() => _web.Dispose();
}
