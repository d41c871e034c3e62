using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Bot.Messaging.Pictures.Cleaning;
using Bot.Storage;

namespace Bot.Messaging.Pictures;

/// <summary>
/// The pictures of every channel and those that staff upload, in the data folder and out of reach of the web server: checked by their bytes and
/// without what cameras write beside the picture. What a file is, its bytes say and not its name.
/// </summary>
public sealed partial class PhotoStore(DataFolder folder)
{
    /// <summary>Of an upload.</summary>
    public const int LargestBytes = 5 * 1024 * 1024;

    /// <summary>Of what a channel hands over: phones send larger ones, and nobody is there to choose another.</summary>
    public const int LargestFetched = 10 * 1024 * 1024;

    private const string Folder = "photos";

    /// <summary>Keeps an upload under a random name; null when it is no picture we show.</summary>
    public async Task<string?> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[LargestBytes + 1];
        int length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > LargestBytes || PictureCleaner.Clean(bytes.AsSpan(0, length)) is not { Picture: { } picture }) { return null; }
        string name = $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}{picture.Kind.Extension}";
        Write(name, picture.Bytes);
        return name;
    }

    /// <summary>Keeps what a channel fetched under the name its message carries. Null when it is kept, else why not, for people.</summary>
    public string? Keep(string name, byte[] bytes)
    {
        if (bytes.Length > LargestFetched) { return FetchedPicture.TooLarge; }
        CleaningResult result = PictureCleaner.Clean(bytes);
        if (result.Picture is { } picture) { Write(name, picture.Bytes); }
        return result.Refusal;
    }

    /// <summary>The file and its type; null when there is none of that name.</summary>
    public (string Path, string ContentType)? Find(string name)
    {
        string path = Path.Combine(folder.File(Folder), name);
        if (!IsName(name) || !File.Exists(path)) { return null; }
        PhotoKind? kind = PictureNames.Is(name) ? KindOf(path) : PhotoKind.OfExtension(Path.GetExtension(name));
        return kind is null ? null : (path, kind.ContentType);
    }

    /// <summary>Takes back photos of a message that was refused, taken back or deleted.</summary>
    public void Remove(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            if (Find(name) is { } photo) { File.Delete(photo.Path); }
        }
    }

    public void RemoveAll()
    {
        if (Directory.Exists(folder.File(Folder))) { Directory.Delete(folder.File(Folder), recursive: true); }
    }

    /// <summary>Whether it can be the name of a photo; names from elsewhere need not exist here.</summary>
    public static bool IsName(string? name) => name is not null && Name().IsMatch(name) && !name.Contains("..", StringComparison.Ordinal);

    // the message that names it is acknowledged as stored; a name is seen only with the whole file under it
    private void Write(string name, byte[] bytes)
    {
        string path = Path.Combine(Directory.CreateDirectory(folder.File(Folder)).FullName, name);
        string unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        using (FileStream file = new(unfinished, FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        File.Move(unfinished, path, overwrite: true);
    }

    private static PhotoKind? KindOf(string path)
    {
        Span<byte> head = stackalloc byte[PhotoKind.HeadLength];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return PhotoKind.Of(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}_][\p{L}\p{Nd}_.\-]{0,99}\z")]
    private static partial Regex Name();
}
