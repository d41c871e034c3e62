using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Bot.Storage;

namespace Bot.Channels.WebChat;

/// <summary>Photos under random names; what a file is, its first bytes say and not its name.</summary>
public sealed partial class PhotoStore(DataFolder folder)
{
    public const int LargestBytes = 5 * 1024 * 1024;
    private const string Folder = "photos";

    /// <summary>Null when it is no picture we show.</summary>
    public async Task<string?> SaveAsync(Stream content, CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[LargestBytes + 1];
        int length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > LargestBytes || PhotoKind.Of(bytes.AsSpan(0, length)) is not { } kind) { return null; }
        string name = $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}{kind.Extension}";
        string path = Path.Combine(Directory.CreateDirectory(folder.File(Folder)).FullName, name);
        await using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write);
        await file.WriteAsync(bytes.AsMemory(0, length), cancellationToken);
        // the message that names it is acknowledged as stored
        file.Flush(flushToDisk: true);
        return name;
    }

    /// <summary>The file and its type; null when there is none of that name.</summary>
    public (string Path, string ContentType)? Find(string name)
    {
        string path = Path.Combine(folder.File(Folder), name);
        return IsName(name) && PhotoKind.OfExtension(Path.GetExtension(name)) is { } kind && File.Exists(path) ? (path, kind.ContentType) : null;
    }

    /// <summary>Takes back photos of a message that was refused.</summary>
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

    [GeneratedRegex(@"^[\p{L}\p{Nd}_][\p{L}\p{Nd}_.\-]{0,99}\z")]
    private static partial Regex Name();
}
