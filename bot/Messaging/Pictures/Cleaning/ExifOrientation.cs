using System.Buffers.Binary;

namespace Bot.Messaging.Pictures.Cleaning;

/// <summary>Which way is up, the one thing of a camera's notes that a viewer needs.</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;
    private const int EntryLength = 12;
    private const int MostEntries = 500;

    private static ReadOnlySpan<byte> Head => "Exif\0\0"u8;

    /// <summary>2 to 8; null when it says nothing, or something that no camera writes.</summary>
    public static int? Of(ReadOnlySpan<byte> segment)
    {
        if (!segment.StartsWith(Head) || segment.Length < Head.Length + 14) { return null; }
        ReadOnlySpan<byte> tiff = segment[Head.Length..];
        bool little = tiff.StartsWith("II*\0"u8);
        if (!little && !tiff.StartsWith("MM\0*"u8)) { return null; }
        uint start = Long(tiff[4..], little);
        if (start < 8 || start > tiff.Length - 2) { return null; }
        int count = Math.Min(Short(tiff[(int)start..], little), MostEntries);
        ReadOnlySpan<byte> entries = tiff[((int)start + 2)..];
        for (int i = 0; i < count && entries.Length >= (i + 1) * EntryLength; i++)
        {
            ReadOnlySpan<byte> entry = entries.Slice(i * EntryLength, EntryLength);
            if (Short(entry, little) == Tag) { return Short(entry[8..], little) is >= 2 and <= 8 and int way ? way : null; }
        }
        return null;
    }

    /// <summary>A segment that says this alone.</summary>
    public static byte[] Segment(int orientation) =>
    [
        .. Head, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];

    private static int Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Long(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
