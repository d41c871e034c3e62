using System.Buffers.Binary;
using System.Text;

namespace Tests.Support;

/// <summary>Small pictures of every kind, put together byte by byte so that a test can break any part of them.</summary>
public static class TestPictures
{
    /// <summary>What cameras write beside the picture; must be nowhere after cleaning.</summary>
    public const string Secret = "GPS 30.1234N 120.5678E camera-of-chen";

    /// <summary>A PNG of one pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] PngWith(params (string Name, byte[] Body)[] chunks)
    {
        List<byte> file = [0x89, .. "PNG\r\n\u001a\n"u8];
        foreach ((string name, byte[] body) in chunks) { file.AddRange(Chunk(name, body)); }
        return [.. file];
    }

    public static byte[] Header(uint width, uint height, byte depth = 8, byte colours = 2) => [.. Big(width), .. Big(height), depth, colours, 0, 0, 0];

    /// <summary>With every sort of note: text, time, EXIF, a colour profile, and more after the end.</summary>
    public static byte[] PngWithSecrets() =>
    [
        .. PngWith(("IHDR", Header(3, 2)), ("tEXt", Bytes("Comment\0" + Secret)), ("iTXt", Bytes("XML\0\0\0\0\0" + Secret)), ("tIME", new byte[7]),
            ("eXIf", Bytes(Secret)), ("iCCP", Bytes(Secret)), ("gAMA", Big(45455)), ("IDAT", Bytes("pixels")), ("zzZz", Bytes(Secret)), ("IEND", [])),
        .. Bytes(Secret),
    ];

    /// <summary>With EXIF (lying on its side), XMP, a comment, a small copy and a film after the end.</summary>
    public static byte[] JpegWithSecrets(ushort width = 640, ushort height = 480, byte orientation = 6) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, Exif(orientation)),
        .. Segment(0xE1, Bytes("http://ns.adobe.com/xap/1.0/\0" + Secret)),
        .. Segment(0xE2, Bytes("ICC_PROFILE\0" + Secret)),
        .. Segment(0xED, Bytes("Photoshop 3.0\0" + Secret)),
        .. Segment(0xFE, Bytes(Secret)),
        .. Segment(0xDB, new byte[65]),
        .. Frame(width, height),
        .. Segment(0xC4, new byte[19]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, 5, 0xFF, 0xD9,
        .. Bytes(Secret),
    ];

    public static byte[] Frame(ushort width, ushort height) => Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);

    public static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    public static byte[] Exif(byte orientation) =>
    [
        .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 2, 0,
        0x0F, 0x01, 2, 0, 5, 0, 0, 0, 0x26, 0, 0, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
        0, 0, 0, 0, .. Bytes(Secret),
    ];

    public static byte[] GifWithSecrets(ushort width = 2, ushort height = 2) =>
    [
        .. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255,
        0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
        0x21, 0xFE, (byte)Secret.Length, .. Bytes(Secret), 0,
        0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)Secret.Length, .. Bytes(Secret), 0,
        0x21, 0xF9, 4, 0, 10, 0, 0, 0,
        0x2C, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0, 2, 2, 0x44, 0x01, 0,
        0x3B, .. Bytes(Secret),
    ];

    public static byte[] WebPWithSecrets(int width = 20, int height = 10) => WebP(
        ("VP8X", [0x2C, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)]), ("ICCP", Bytes(Secret)), ("VP8L", Lossless(width, height)),
        ("EXIF", Bytes(Secret)), ("XMP ", Bytes(Secret)), ("odd!", Bytes(Secret + "x")));

    public static byte[] WebP(params (string Name, byte[] Body)[] chunks)
    {
        List<byte> body = [.. "WEBP"u8];
        foreach ((string name, byte[] bytes) in chunks)
        {
            body.AddRange([.. Bytes(name), .. Little((uint)bytes.Length), .. bytes]);
            if (bytes.Length % 2 == 1) { body.Add(0); }
        }
        return [.. "RIFF"u8, .. Little((uint)body.Count), .. body];
    }

    public static byte[] Lossless(int width, int height) => [0x2F, .. Little((uint)((width - 1) | ((height - 1) << 14))), 0, 0];

    public static byte[] Lossy(int width, int height) => [0, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0];

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Chunk(string name, byte[] body)
    {
        byte[] named = [.. Bytes(name), .. body];
        return [.. Big((uint)body.Length), .. named, .. Big(Sum(named))];
    }

    private static uint Sum(byte[] bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte each in bytes)
        {
            sum ^= each;
            for (int bit = 0; bit < 8; bit++) { sum = (sum & 1) != 0 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1; }
        }
        return ~sum;
    }

    private static byte[] Big(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Three(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];
}
