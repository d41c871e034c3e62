using System.Buffers.Binary;

namespace Bot.Messaging.Pictures.Cleaning;

/// <summary>Keeps the chunks of the picture itself and of its colours. An animation becomes its first picture.</summary>
internal static class PngCopy
{
    private const int Signature = 8;
    private const int MostChunks = 20_000;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    public static PictureSize Run(ReadOnlySpan<byte> file, Stream clean)
    {
        PictureReader reader = new(file);
        clean.Write(reader.Take(Signature));
        PictureSize? size = null;
        bool data = false;
        for (int chunks = 0; chunks < MostChunks; chunks++)
        {
            uint length = reader.BigLong();
            ReadOnlySpan<byte> whole = reader.Take(length + 8L);
            ReadOnlySpan<byte> name = whole[..4];
            if (BinaryPrimitives.ReadUInt32BigEndian(whole[^4..]) != Sum(whole[..^4])) { throw new DamagedPictureException(); }
            bool head = name.SequenceEqual("IHDR"u8);
            if (head != size is null) { throw new DamagedPictureException(); }
            if (head) { size = SizeOf(whole[4..^4]); }
            data |= name.SequenceEqual("IDAT"u8);
            if (IsKept(name)) { Chunk(clean, length, whole); }
            // an unknown chunk with a capital letter is one that the picture cannot be shown without
            else if (char.IsAsciiLetterUpper((char)name[0])) { throw new DamagedPictureException(); }
            if (name.SequenceEqual("IEND"u8)) { return data && length == 0 ? size!.Value : throw new DamagedPictureException(); }
        }
        throw new DamagedPictureException();
    }

    private static bool IsKept(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("IHDR"u8) || name.SequenceEqual("PLTE"u8) || name.SequenceEqual("IDAT"u8) || name.SequenceEqual("IEND"u8)
        || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("cHRM"u8) || name.SequenceEqual("sRGB"u8);

    private static PictureSize SizeOf(ReadOnlySpan<byte> head)
    {
        if (head.Length != 13 || head[8] is not (1 or 2 or 4 or 8 or 16) || head[9] is not (0 or 2 or 3 or 4 or 6) || head[10] != 0 || head[11] != 0 || head[12] > 1)
        {
            throw new DamagedPictureException();
        }
        uint width = BinaryPrimitives.ReadUInt32BigEndian(head);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(head[4..]);
        return width > int.MaxValue || height > int.MaxValue ? throw new DamagedPictureException() : new PictureSize((int)width, (int)height);
    }

    private static void Chunk(Stream clean, uint length, ReadOnlySpan<byte> whole)
    {
        Span<byte> before = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(before, length);
        clean.Write(before);
        clean.Write(whole);
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte each in bytes) { sum = Table[(sum ^ each) & 0xFF] ^ (sum >> 8); }
        return ~sum;
    }
}
