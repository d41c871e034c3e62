using System.Text;

namespace Tests.Sheets;

/// <summary>Files as Excel 97 wrote them, made by hand: a container with one stream of records.</summary>
internal static class OldWorkbooks
{
    private const int Sector = 512;
    private const int SmallestStream = 4096;
    private const uint Free = 0xFFFFFFFF, End = 0xFFFFFFFE, Table = 0xFFFFFFFD;

    /// <param name="Hidden">Whether the sheet itself is.</param>
    /// <param name="HiddenRows">From 0.</param>
    /// <param name="HiddenColumns">From 0.</param>
    public sealed record OldSheet(string Name, string[][] Rows, bool Hidden = false, int[]? HiddenRows = null, int[]? HiddenColumns = null);

    public static byte[] Xls(params IReadOnlyList<OldSheet> sheets)
    {
        byte[][] parts = [.. sheets.Select(Sheet)];
        // where a sheet begins stands before it, and its place depends on no number
        int start = Globals(sheets, parts, 0).Length;
        return Container([.. Globals(sheets, parts, start), .. parts.SelectMany(part => part)]);
    }

    private static byte[] Globals(IReadOnlyList<OldSheet> sheets, byte[][] parts, int start)
    {
        List<byte> globals = [.. Begin(0x0005)];
        for (int i = 0; i < sheets.Count; i++)
        {
            globals.AddRange(Record(0x0085, [.. BitConverter.GetBytes(start + parts.Take(i).Sum(part => part.Length)), sheets[i].Hidden ? (byte)1 : (byte)0, 0, (byte)sheets[i].Name.Length, 1, .. Encoding.Unicode.GetBytes(sheets[i].Name)]));
        }
        return [.. globals, .. Record(0x000A, [])];
    }

    private static byte[] Sheet(OldSheet sheet)
    {
        int width = sheet.Rows.Max(row => row.Length);
        List<byte> records = [.. Begin(0x0010)];
        foreach (int column in sheet.HiddenColumns ?? []) { records.AddRange(Record(0x007D, [.. Short(column), .. Short(column), .. Short(2048), .. Short(0), .. Short(1), .. Short(0)])); }
        records.AddRange(Record(0x0200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(sheet.Rows.Length), .. Short(0), .. Short(width), .. Short(0)]));
        for (int row = 0; row < sheet.Rows.Length; row++)
        {
            int options = 0x0100 | (sheet.HiddenRows?.Contains(row) == true ? 0x0020 : 0);
            records.AddRange(Record(0x0208, [.. Short(row), .. Short(0), .. Short(width), .. Short(300), .. Short(0), .. Short(0), .. Short(options), .. Short(0)]));
        }
        for (int row = 0; row < sheet.Rows.Length; row++)
        {
            for (int column = 0; column < sheet.Rows[row].Length; column++)
            {
                string text = sheet.Rows[row][column];
                records.AddRange(Record(0x0204, [.. Short(row), .. Short(column), .. Short(0), .. Short(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]));
            }
        }
        return [.. records, .. Record(0x000A, [])];
    }

    private static byte[] Begin(int kind) => Record(0x0809, [.. Short(0x0600), .. Short(kind), .. Short(0x0DBB), .. Short(0x07CC), .. BitConverter.GetBytes(0), .. BitConverter.GetBytes(6)]);

    private static byte[] Record(int id, byte[] body) => [.. Short(id), .. Short(body.Length), .. body];

    private static byte[] Short(int value) => BitConverter.GetBytes((ushort)value);

    // sector 0 is the table of sectors, 1 the directory, the stream follows
    private static byte[] Container(byte[] stream)
    {
        int sectors = (Math.Max(stream.Length, SmallestStream) + Sector - 1) / Sector;
        List<byte> file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], .. Short(0x3E), .. Short(3), .. Short(0xFFFE), .. Short(9), .. Short(6), .. new byte[6]];
        foreach (uint value in (uint[])[0, 1, 1, 0, SmallestStream, End, 0, End, 0, 0, .. Enumerable.Repeat(Free, 108)]) { file.AddRange(BitConverter.GetBytes(value)); }
        foreach (uint next in (uint[])[Table, End, .. Enumerable.Range(0, sectors - 1).Select(i => (uint)(i + 3)), End, .. Enumerable.Repeat(Free, (Sector / 4) - sectors - 2)]) { file.AddRange(BitConverter.GetBytes(next)); }
        file.AddRange([.. Entry("Root Entry", 5, 1, End, 0), .. Entry("Workbook", 2, Free, 2, sectors * Sector), .. new byte[256]]);
        return [.. file, .. stream, .. new byte[(sectors * Sector) - stream.Length]];
    }

    private static byte[] Entry(string name, byte kind, uint child, uint start, int length)
    {
        byte[] entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        Short((name.Length + 1) * 2).CopyTo(entry, 64);
        (entry[66], entry[67]) = (kind, 1);
        BitConverter.GetBytes(Free).CopyTo(entry, 68);
        BitConverter.GetBytes(Free).CopyTo(entry, 72);
        BitConverter.GetBytes(child).CopyTo(entry, 76);
        BitConverter.GetBytes(start).CopyTo(entry, 116);
        BitConverter.GetBytes(length).CopyTo(entry, 120);
        return entry;
    }
}
