using System.Net;
using Bot.Channels.Envelopes;
using Bot.Messaging.Pictures;
using Knowledge.Reading.Web;
using Microsoft.Extensions.Options;

namespace Bot.Channels.WeCom.Media;

/// <summary>
/// Fetches and decrypts what a message carries. Which hosts the vendor keeps files at is written nowhere: any public one, which the signed
/// message named, and no other that it leads to.
/// </summary>
public sealed class MediaFetcher : IPictureSource, IDisposable
{
    private readonly string? _ownKey;
    private readonly PictureWeb _web;

    public MediaFetcher(IOptions<WeComOptions> options, WebAccess? access = null) => (_ownKey, _web) = (options.Value.EncodingAesKey, new PictureWeb(access));

    public string Channel => WeComChannel.ChannelName;

    public TimeSpan Lives => TimeSpan.FromMinutes(5);

    public async Task<FetchedPicture> FetchAsync(Picture picture, CancellationToken cancellationToken)
    {
        if (MediaAddress.Read(picture.Source ?? "") is not { } media || KeyOf(media.Key ?? _ownKey) is not { } key) { return new FetchedPicture.Gone("企业微信没给出能用的地址和密钥"); }
        FetchedPicture taken = await _web.FetchAsync(media.Url, Refused, cancellationToken);
        if (taken is not FetchedPicture.Content content) { return taken; }
        return EnvelopeCipher.Decrypt(key, content.Bytes) is { } plain ? new FetchedPicture.Content(plain) : new FetchedPicture.Gone("照片解不开");
    }

    /// <inheritdoc />
    public void Dispose() => _web.Dispose();

    private static FetchedPicture Refused(HttpStatusCode status) => status is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests
        ? new FetchedPicture.Later() : new FetchedPicture.Gone($"企业微信不给了，可能过期（HTTP {(int)status}）");

    private static byte[]? KeyOf(string? text)
    {
        if (text?.TrimEnd('=') is not { Length: > 0 and <= 64 } bare) { return null; }
        byte[] key = new byte[48];
        // some come without the mark at their end
        return Convert.TryFromBase64String(bare.PadRight((bare.Length + 3) / 4 * 4, '='), key, out int length) && length == 32 ? key[..32] : null;
    }
}
