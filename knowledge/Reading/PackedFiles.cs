using System.IO.Compression;
using System.Text;

namespace Knowledge.Reading;

/// <summary>A file in a zip that somebody brought.</summary>
/// <param name="Path">As the zip names it, with '/' between folders.</param>
/// <param name="Bytes">Empty where there is a fault.</param>
/// <param name="Fault">Why it was not taken out; null when it was.</param>
public sealed record PackedFile(string Path, byte[] Bytes, ReadFault? Fault = null);

/// <summary>
/// Takes the files out of a zip, into memory alone and within fixed limits; each is judged for itself. Names that lead out of a
/// folder and links are refused, and what systems put there for themselves is passed over.
/// </summary>
public sealed class PackedFiles(ReadLimits? limits = null)
{
    private const int Link = 0xA000;
    private const int KindOfFile = 0xF000;
    private const long SmallPart = 1024 * 1024;

    private readonly ReadLimits _limits = limits ?? ReadLimits.Usual;

    // without a word about it names are as a Chinese Windows writes them
    static PackedFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Whether these bytes are a zip of files, and no document that is one inside.</summary>
    public static bool Is(byte[] bytes) => bytes.AsSpan().StartsWith("PK"u8) && FileKinds.Of(".zip", bytes) == FileKind.Archive;

    /// <summary>The files in their order, or why the zip is not opened at all.</summary>
    public (IReadOnlyList<PackedFile> Files, ReadFault? Fault) Read(byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read, leaveOpen: false, Encoding.GetEncoding("GB18030"));
            ZipArchiveEntry[] entries = [.. archive.Entries.Where(entry => !IsPassedOver(entry))];
            if (entries.Length > _limits.PackedFiles) { return ([], ReadFault.TooManyFiles); }
            List<PackedFile> files = [];
            long left = _limits.UnpackedBytes;
            foreach (ZipArchiveEntry entry in entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                PackedFile file = Take(entry, left);
                left -= file.Bytes.Length;
                files.Add(file);
            }
            return (files, null);
        }
        catch (ReadException e)
        {
            return ([], e.Fault);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or OverflowException or NotSupportedException)
        {
            return ([], ReadFault.Damaged);
        }
    }

    private PackedFile Take(ZipArchiveEntry entry, long left)
    {
        string path = entry.FullName.Replace('\\', '/');
        ReadFault? fault = LeadsOut(path) || IsLink(entry) ? ReadFault.OddPath
            : entry.IsEncrypted ? ReadFault.Password
            : entry.Length > _limits.Bytes ? ReadFault.TooLarge : null;
        if (fault is not null) { return new PackedFile(path, [], fault); }
        using Stream packed = entry.Open();
        // a header may lie about what follows it
        using CountedStream content = new(packed, length =>
        {
            if (length > left || (length > SmallPart && length > Math.Max(1, entry.CompressedLength) * _limits.Ratio)) { throw new ReadException(ReadFault.TooMuchInside); }
        });
        using MemoryStream taken = new();
        content.CopyTo(taken);
        return taken.Length > _limits.Bytes ? new PackedFile(path, [], ReadFault.TooLarge) : new PackedFile(path, taken.ToArray());
    }

    private static bool LeadsOut(string path) => path.StartsWith('/') || path.Contains(':') || path.Contains('\0') || path.Split('/').Contains("..");

    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> 16) & KindOfFile) == Link;

    // folders, and what stands there for the system's own use
    private static bool IsPassedOver(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\')
        || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) || entry.Name is ".DS_Store" or "Thumbs.db" or "desktop.ini";
}
