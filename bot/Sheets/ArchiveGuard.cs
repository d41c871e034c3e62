using System.IO.Compression;

namespace Bot.Sheets;

/// <summary>Looks into an xlsx file before a parser does: what it declares, and what really comes out of it.</summary>
internal static class ArchiveGuard
{
    private const long SmallPart = 1024 * 1024;
    private const string TooMuch = "这个文件展开后太大，不像正常的表格，没有打开。请用 Excel 或 WPS 另存为 xlsx 再传。";

    public static void Check(byte[] file, SheetLimits limits)
    {
        using ZipArchive archive = new(new MemoryStream(file), ZipArchiveMode.Read);
        if (archive.Entries.Count > limits.Parts) { throw new SheetException(TooMuch); }
        if (archive.Entries.Sum(part => part.Length) > limits.UnpackedBytes || archive.Entries.Any(part => IsBomb(part.Length, part, limits)))
        {
            throw new SheetException(TooMuch);
        }
        if (archive.Entries.Select(part => part.FullName).Distinct(StringComparer.OrdinalIgnoreCase).Count() < archive.Entries.Count
            || archive.Entries.All(part => !part.FullName.Equals("xl/workbook.xml", StringComparison.OrdinalIgnoreCase)))
        {
            throw new SheetException("这不是 Excel 表格，或者已经损坏。请传 xlsx、xls 或 csv。");
        }
        Unpack(archive, limits);
    }

    // a header may lie about what follows it
    private static void Unpack(ZipArchive archive, SheetLimits limits)
    {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        foreach (ZipArchiveEntry part in archive.Entries)
        {
            long length = 0;
            using Stream content = part.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                length += read;
                total += read;
                if (total > limits.UnpackedBytes || IsBomb(length, part, limits)) { throw new SheetException(TooMuch); }
            }
        }
    }

    private static bool IsBomb(long length, ZipArchiveEntry part, SheetLimits limits) =>
        length > SmallPart && length > Math.Max(1, part.CompressedLength) * limits.Ratio;
}
