using System.IO.Compression;
using System.Text;

namespace Knowledge.Reading;

/// <summary>Tells kinds of files apart by their first bytes and, inside containers, by the parts they must have.</summary>
internal static class FileKinds
{
    // containers begin with a directory of their parts in sectors; the names stand there as UTF-16
    private static readonly (byte[] Name, FileKind Kind)[] OldParts =
    [
        (Wide("EncryptedPackage"), FileKind.Locked),
        (Wide("WordDocument"), FileKind.OldWord),
        (Wide("PowerPoint Document"), FileKind.Slides),
        (Wide("Workbook"), FileKind.OldWorkbook),
        (Wide("Book\0"), FileKind.OldWorkbook),
    ];

    private static readonly (byte[] Head, FileKind Kind)[] Heads =
    [
        ([0x09, 0x00, 0x04, 0x00], FileKind.OldWorkbook),
        ([0x09, 0x02, 0x06, 0x00], FileKind.OldWorkbook),
        ([0x09, 0x04, 0x06, 0x00], FileKind.OldWorkbook),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], FileKind.Picture),
        ([0xFF, 0xD8, 0xFF], FileKind.Picture),
        ("GIF8"u8.ToArray(), FileKind.Picture),
        ([(byte)'I', (byte)'I', 0x2A, 0x00], FileKind.Picture),
        ([(byte)'M', (byte)'M', 0x00, 0x2A], FileKind.Picture),
        ("Rar!"u8.ToArray(), FileKind.Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], FileKind.Archive),
        ([0x1F, 0x8B], FileKind.Archive),
    ];

    /// <param name="extension">With its dot.</param>
    public static FileKind Of(string extension, byte[] bytes)
    {
        ReadOnlySpan<byte> file = bytes;
        if (file.StartsWith("PK"u8) && file.Length > 3 && file[2] is 3 or 5) { return InArchive(bytes); }
        if (file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) { return InContainer(file); }
        foreach ((byte[] head, FileKind kind) in Heads)
        {
            if (file.StartsWith(head)) { return kind; }
        }
        if (IsPicture(file)) { return FileKind.Picture; }
        // programs put a few lines before it, and readers of PDF forgive that
        if (file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8) is >= 0 and int at && !file[..at].ContainsAnyExceptInRange((byte)0, (byte)0x7F)) { return FileKind.Pdf; }
        return TextDecoder.IsWide(file) || !file.Contains((byte)0) ? OfText(extension, file) : FileKind.Unknown;
    }

    /// <summary>What a file of that name ought to be; unknown for a name that promises nothing.</summary>
    public static FileKind OfName(string extension) => extension.ToLowerInvariant() switch
    {
        ".md" or ".markdown" or ".txt" => FileKind.Text,
        ".htm" or ".html" or ".xhtml" => FileKind.Page,
        ".csv" or ".tsv" => FileKind.Csv,
        ".docx" or ".docm" => FileKind.Word,
        ".xlsx" or ".xlsm" => FileKind.Workbook,
        ".xls" or ".et" => FileKind.OldWorkbook,
        ".doc" or ".wps" => FileKind.OldWord,
        ".pdf" => FileKind.Pdf,
        ".ppt" or ".pptx" => FileKind.Slides,
        ".png" or ".jpg" or ".jpeg" or ".gif" or ".bmp" or ".webp" or ".heic" or ".tif" or ".tiff" => FileKind.Picture,
        ".zip" or ".rar" or ".7z" or ".gz" => FileKind.Archive,
        _ => FileKind.Unknown,
    };

    private static bool IsPicture(ReadOnlySpan<byte> file) =>
        (file.StartsWith("RIFF"u8) && file.Length > 12 && file[8..12].SequenceEqual("WEBP"u8))
        || (file.Length > 12 && file[4..8].SequenceEqual("ftyp"u8))
        || (file.StartsWith("BM"u8) && file.Length > 26 && file[6..10].SequenceEqual("\0\0\0\0"u8));

    private static FileKind OfText(string extension, ReadOnlySpan<byte> file)
    {
        FileKind named = OfName(extension);
        if (named is FileKind.Page) { return named; }
        string start = TextDecoder.Start(file).TrimStart();
        bool isPage = start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("<html", StringComparison.OrdinalIgnoreCase))
            // what many systems hand out under the name of xls
            || (named is not (FileKind.Text or FileKind.Csv) && start.StartsWith('<') && start.Contains("<table", StringComparison.OrdinalIgnoreCase));
        return isPage ? FileKind.Page : named is FileKind.Csv or FileKind.OldWorkbook or FileKind.Workbook ? FileKind.Csv : FileKind.Text;
    }

    private static FileKind InArchive(byte[] bytes)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            foreach (ZipArchiveEntry part in archive.Entries)
            {
                if (part.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) { return FileKind.Word; }
                if (part.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) { return FileKind.Workbook; }
                if (part.FullName.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) { return FileKind.Slides; }
            }
            return FileKind.Archive;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or OverflowException or NotSupportedException)
        {
            return FileKind.Archive;
        }
    }

    private static FileKind InContainer(ReadOnlySpan<byte> file)
    {
        foreach ((byte[] name, FileKind kind) in OldParts)
        {
            if (file.IndexOf(name) >= 0) { return kind; }
        }
        return FileKind.Unknown;
    }

    private static byte[] Wide(string text) => Encoding.Unicode.GetBytes(text);
}
