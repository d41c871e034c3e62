using System.IO.Compression;

namespace Knowledge.Reading;

/// <summary>Looks into an Office file before a parser does: what it declares, what really comes out of it, and whether its XML is safe to parse.</summary>
internal static class ArchiveGuard
{
    private const long SmallPart = 1024 * 1024;
    private const int ShortestStart = 64;
    private const int LongestStart = 64 * 1024;

    /// <exception cref="ReadException">It is not to be opened.</exception>
    public static void Check(byte[] file, ReadLimits limits, Transcript transcript, CancellationToken cancellationToken)
    {
        using ZipArchive archive = new(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > limits.Parts
            || archive.Entries.Sum(part => part.Length) > limits.UnpackedBytes
            || archive.Entries.Any(part => IsBomb(part.Length, part, limits)))
        {
            throw new ReadException(ReadFault.TooMuchInside);
        }
        // of two parts with one name, one would be looked at and the other be read
        if (archive.Entries.Select(part => part.FullName.Replace('\\', '/').TrimStart('/')).Distinct(StringComparer.OrdinalIgnoreCase).Count() < archive.Entries.Count)
        {
            throw new ReadException(ReadFault.Damaged);
        }
        if (archive.Entries.Any(part => part.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || part.FullName.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)))
        {
            transcript.LeaveOut(ReadNoteKind.Macros);
        }
        long left = limits.UnpackedBytes;
        foreach (ZipArchiveEntry part in archive.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            left -= Unpack(part, left, limits);
        }
    }

    // a header may lie about what follows it
    private static long Unpack(ZipArchiveEntry part, long left, ReadLimits limits)
    {
        using Stream packed = part.Open();
        using CountedStream content = new(packed, length =>
        {
            if (length > left || IsBomb(length, part, limits)) { throw new ReadException(ReadFault.TooMuchInside); }
        });
        ReadOnlyMemory<byte> start = Start(content);
        if (XmlGuard.IsXml(start.Span)) { XmlGuard.Check(start, content, IsDrawing(part), limits); }
        content.CopyTo(Stream.Null);
        return content.Length;
    }

    // a parser passes over white space before the first element, however long it is
    private static ReadOnlyMemory<byte> Start(CountedStream content)
    {
        byte[] start = new byte[ShortestStart];
        int length = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        while (length == start.Length && XmlGuard.IsBlank(start))
        {
            if (length >= LongestStart) { throw new ReadException(ReadFault.Damaged); }
            Array.Resize(ref start, length * 4);
            length += content.ReadAtLeast(start.AsSpan(length), start.Length - length, throwOnEndOfStream: false);
        }
        return start.AsMemory(0, length);
    }

    private static bool IsBomb(long length, ZipArchiveEntry part, ReadLimits limits) =>
        length > SmallPart && length > Math.Max(1, part.CompressedLength) * limits.Ratio;

    // drawing programs put a document type into theirs; nobody reads these parts
    private static bool IsDrawing(ZipArchiveEntry part) => part.FullName.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);
}
