namespace Bot.Messaging.Pictures;

/// <summary>The sorts of picture that are taken and shown.</summary>
public sealed record PhotoKind(string Extension, string ContentType)
{
    internal const int HeadLength = 12;

    internal static readonly PhotoKind Png = new(".png", "image/png");
    internal static readonly PhotoKind Jpeg = new(".jpg", "image/jpeg");
    internal static readonly PhotoKind Gif = new(".gif", "image/gif");
    internal static readonly PhotoKind WebP = new(".webp", "image/webp");

    public static PhotoKind? OfExtension(string extension) =>
        Array.Find([Png, Jpeg, Gif, WebP], kind => kind.Extension == extension);

    public static PhotoKind? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => Gif,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
        _ => null,
    };
}
