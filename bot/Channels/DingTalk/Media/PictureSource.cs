using Bot.Messaging.Pictures;
using Knowledge.Reading.Web;

namespace Bot.Channels.DingTalk.Media;

/// <summary>Fetches pictures from where the vendor says they lie, which is anywhere in its storage.</summary>
internal sealed class PictureSource(MediaAddresses addresses, WebAccess? access = null) : IPictureSource, IDisposable
{
    private readonly PictureWeb _web = new(access);

    public string Channel => DingTalkChannel.ChannelName;

    public TimeSpan Lives => TimeSpan.FromHours(2);

    public async Task<FetchedPicture> FetchAsync(Picture picture, CancellationToken cancellationToken)
    {
        MediaAddress found = await addresses.FindAsync(picture.Source!, cancellationToken);
        // refused, it has ended perhaps: the next try asks for another address
        return found.Url is { } url ? await _web.FetchAsync(url, _ => new FetchedPicture.Later(), cancellationToken) : found.Instead!;
    }

    public void Dispose() => _web.Dispose();
}
