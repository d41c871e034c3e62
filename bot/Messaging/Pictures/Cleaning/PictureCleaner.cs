namespace Bot.Messaging.Pictures.Cleaning;

/// <summary>
/// Checks that bytes are the picture they begin as and copies only what a viewer needs: no place, time, camera or owner, no comments,
/// no small copies, nothing after the end. Pixels are not decoded, so it costs one pass over the bytes.
/// </summary>
internal static class PictureCleaner
{
    /// <summary>A phone's largest picture has half of it; a viewer needs four bytes for each.</summary>
    public const long MostPixels = 100_000_000;

    public const int LongestSide = 30_000;

    private const string NoPicture = "不是能看的照片（只收 JPEG、PNG、GIF、WebP）";
    private const string TooManyPixels = "照片尺寸太大";
    private const string Damaged = "照片不完整或已损坏";

    public static CleaningResult Clean(ReadOnlySpan<byte> file)
    {
        if (PhotoKind.Of(file) is not { } kind) { return new CleaningResult(null, NoPicture); }
        try
        {
            using MemoryStream clean = new(file.Length);
            PictureSize size = Copy(kind, file, clean);
            if (size.Width <= 0 || size.Height <= 0) { return new CleaningResult(null, Damaged); }
            return size.Width > LongestSide || size.Height > LongestSide || (long)size.Width * size.Height > MostPixels
                ? new CleaningResult(null, TooManyPixels)
                : new CleaningResult(new CleanPicture(clean.ToArray(), kind, size), null);
        }
        catch (DamagedPictureException)
        {
            return new CleaningResult(null, Damaged);
        }
    }

    private static PictureSize Copy(PhotoKind kind, ReadOnlySpan<byte> file, MemoryStream clean) =>
        kind == PhotoKind.Jpeg ? JpegCopy.Run(file, clean)
        : kind == PhotoKind.Png ? PngCopy.Run(file, clean)
        : kind == PhotoKind.Gif ? GifCopy.Run(file, clean)
        : WebPCopy.Run(file, clean);
}

/// <param name="Refusal">Why it is not taken, for people.</param>
internal sealed record CleaningResult(CleanPicture? Picture, string? Refusal);

internal sealed record CleanPicture(byte[] Bytes, PhotoKind Kind, PictureSize Size);

internal readonly record struct PictureSize(int Width, int Height);
