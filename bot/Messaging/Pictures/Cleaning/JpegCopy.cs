using System.Buffers.Binary;

namespace Bot.Messaging.Pictures.Cleaning;

/// <summary>
/// Keeps the tables, the frame and the scans; of the rest only how the colours are coded (JFIF, Adobe) and which way is up.
/// </summary>
internal static class JpegCopy
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const int MostSegments = 2_000;

    public static PictureSize Run(ReadOnlySpan<byte> file, Stream clean)
    {
        PictureReader reader = new(file);
        clean.Write(reader.Take(2));
        PictureSize? size = null;
        bool scanned = false;
        int orientation = 1;
        for (int segments = 0; segments < MostSegments; segments++)
        {
            byte marker = Marker(ref reader);
            if (marker == EndOfImage)
            {
                if (!scanned) { break; }
                clean.Write([0xFF, EndOfImage]);
                return size!.Value;
            }
            ReadOnlySpan<byte> body = reader.Take(Math.Max(-1, reader.BigShort() - 2));
            if (IsFrame(marker)) { size = size is null ? SizeOf(body) : throw new DamagedPictureException(); }
            // before the frame, where viewers look for it
            if (marker == 0xE1 && size is null) { orientation = ExifOrientation.Of(body) ?? orientation; }
            if (IsFrame(marker) && orientation != 1) { Segment(clean, 0xE1, ExifOrientation.Segment(orientation)); }
            if (IsKept(marker, body)) { Segment(clean, marker, body); }
            if (marker != StartOfScan) { continue; }
            if (size is null) { break; }
            clean.Write(reader.Take(ScanLength(reader.Rest)));
            scanned = true;
        }
        throw new DamagedPictureException();
    }

    // any number of FF may stand before a marker
    private static byte Marker(ref PictureReader reader)
    {
        if (reader.Byte() != 0xFF) { throw new DamagedPictureException(); }
        byte marker = reader.Byte();
        while (marker == 0xFF) { marker = reader.Byte(); }
        return marker is >= 0xC0 and not (0xD0 or 0xD1 or 0xD2 or 0xD3 or 0xD4 or 0xD5 or 0xD6 or 0xD7 or 0xD8) ? marker : throw new DamagedPictureException();
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsKept(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        StartOfScan or 0xDB or 0xC4 or 0xCC or 0xDD => true,
        0xE0 => body.StartsWith("JFIF\0"u8) && body.Length == 14,
        0xEE => body.StartsWith("Adobe"u8) && body.Length == 12,
        _ => IsFrame(marker),
    };

    private static PictureSize SizeOf(ReadOnlySpan<byte> frame) => frame.Length >= 6
        ? new PictureSize(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]))
        : throw new DamagedPictureException();

    // up to the next marker that is no restart; FF 00 is a coded FF
    private static int ScanLength(ReadOnlySpan<byte> coded)
    {
        for (int at = 0; ;)
        {
            int found = coded[at..].IndexOf((byte)0xFF);
            if (found < 0 || at + found + 1 >= coded.Length) { throw new DamagedPictureException(); }
            at += found;
            if (coded[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7))) { return at; }
            at += 2;
        }
    }

    private static void Segment(Stream clean, byte marker, ReadOnlySpan<byte> body)
    {
        int length = body.Length + 2;
        clean.Write([0xFF, marker, (byte)(length >> 8), (byte)length]);
        clean.Write(body);
    }
}
