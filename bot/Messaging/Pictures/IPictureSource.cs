namespace Bot.Messaging.Pictures;

/// <summary>
/// How a channel hands over the pictures that people sent. One per channel whose <see cref="Capabilities.Pictures"/> is set, registered as a singleton.
/// What it is given is an <see cref="Activities.Attachment.ContentUrl"/> of its own making, so a source that fetches by address refuses
/// every host that is not its vendor's. What it brings is checked and cleaned outside.
/// </summary>
public interface IPictureSource
{
    /// <summary>The <see cref="IChannel.Name"/>.</summary>
    string Channel { get; }

    /// <summary>How long after it was heard a picture can still be fetched.</summary>
    TimeSpan Lives { get; }

    /// <summary>Fetches one; stopped after <see cref="PictureFetcher.Longest"/>. An exception is tried again.</summary>
    Task<FetchedPicture> FetchAsync(Picture picture, CancellationToken cancellationToken);
}

/// <summary>What became of one try to fetch a picture.</summary>
public abstract record FetchedPicture
{
    /// <param name="Bytes">As the sender made it, decrypted; at most <see cref="PhotoStore.LargestFetched"/>.</param>
    public sealed record Content(byte[] Bytes) : FetchedPicture;

    /// <param name="After">How long the vendor asks to wait; null for the usual pause.</param>
    public sealed record Later(TimeSpan? After = null) : FetchedPicture;

    /// <param name="Reason">For staff, without secrets: "照片太大", "企业微信说照片已过期".</param>
    public sealed record Gone(string Reason) : FetchedPicture;

    /// <summary>Reads what a vendor sends, but not more than is taken.</summary>
    public static async Task<FetchedPicture> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using MemoryStream read = new();
        byte[] buffer = new byte[64 * 1024];
        for (int length; (length = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (read.Length + length > PhotoStore.LargestFetched) { return new Gone(TooLarge); }
            read.Write(buffer, 0, length);
        }
        return new Content(read.ToArray());
    }

    internal const string TooLarge = "照片太大，超过10兆";
}
