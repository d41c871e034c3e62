namespace Bot.Sheets;

internal static class FileKinds
{
    // the heads of streams that Excel 2, 3 and 4 wrote without a container
    private static readonly byte[][] OldHeads = [[0x09, 0x00, 0x04, 0x00], [0x09, 0x02, 0x06, 0x00], [0x09, 0x04, 0x06, 0x00]];

    public static FileKind Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\u0003\u0004"u8)) { return FileKind.Archive; }
        if (file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) { return FileKind.Binary; }
        foreach (byte[] head in OldHeads)
        {
            if (file.StartsWith(head)) { return FileKind.Binary; }
        }
        if (IsWide(file)) { return FileKind.Text; }
        if (file.Contains((byte)0)) { return FileKind.Unknown; }
        return IsPage(file) ? FileKind.Page : FileKind.Text;
    }

    /// <summary>What Excel calls Unicode text.</summary>
    public static bool IsWide(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static bool IsPage(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> body = file.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? file[3..] : file;
        return body.TrimStart(" \r\n\t"u8).StartsWith("<"u8);
    }
}
