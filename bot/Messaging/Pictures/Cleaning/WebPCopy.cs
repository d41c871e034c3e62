using System.Buffers.Binary;

namespace Bot.Messaging.Pictures.Cleaning;

/// <summary>Keeps the picture, its transparency and its frames; no EXIF, no XMP, no colour profile.</summary>
internal static class WebPCopy
{
    private const int Extended = 10;
    private const int FrameHead = 16;
    private const int MostChunks = 5_000;
    private const byte Announced = 0x2C; // colour profile, EXIF, XMP

    public static PictureSize Run(ReadOnlySpan<byte> file, Stream clean)
    {
        PictureReader reader = new(file);
        reader.Take(4);
        uint length = reader.LittleLong();
        if (length < 4) { throw new DamagedPictureException(); }
        PictureReader chunks = new(reader.Take(length)[4..]);
        using MemoryStream kept = new();
        PictureSize size = Chunks(ref chunks, kept, inFrame: false);
        clean.Write("RIFF"u8);
        Little(clean, (uint)kept.Length + 4);
        clean.Write("WEBP"u8);
        kept.WriteTo(clean);
        return size;
    }

    private static PictureSize Chunks(ref PictureReader reader, Stream clean, bool inFrame)
    {
        PictureSize? canvas = null;
        PictureSize? picture = null;
        for (int count = 0; reader.Left > 0; count++)
        {
            if (count > MostChunks) { throw new DamagedPictureException(); }
            ReadOnlySpan<byte> name = reader.Take(4);
            uint length = reader.LittleLong();
            ReadOnlySpan<byte> body = reader.Take(length);
            if ((length & 1) == 1 && reader.Left > 0) { reader.Take(1); }
            if (name.SequenceEqual("VP8X"u8) && !inFrame) { canvas = Canvas(clean, body); }
            else if (name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8))
            {
                picture = Larger(picture, name[3] == 'L' ? Lossless(body) : Lossy(body));
                Chunk(clean, name, body);
            }
            else if (name.SequenceEqual("ANMF"u8) && !inFrame) { picture = Larger(picture, Frame(clean, body)); }
            else if (name.SequenceEqual("ALPH"u8) || (name.SequenceEqual("ANIM"u8) && !inFrame)) { Chunk(clean, name, body); }
        }
        return picture is null ? throw new DamagedPictureException() : Larger(canvas, picture.Value);
    }

    private static PictureSize Canvas(Stream clean, ReadOnlySpan<byte> body)
    {
        if (body.Length != Extended) { throw new DamagedPictureException(); }
        Span<byte> copy = stackalloc byte[Extended];
        body.CopyTo(copy);
        copy[0] &= unchecked((byte)~Announced);
        Chunk(clean, "VP8X"u8, copy);
        return new PictureSize(1 + Three(body[4..]), 1 + Three(body[7..]));
    }

    private static PictureSize Frame(Stream clean, ReadOnlySpan<byte> body)
    {
        if (body.Length < FrameHead) { throw new DamagedPictureException(); }
        using MemoryStream kept = new();
        kept.Write(body[..FrameHead]);
        PictureReader parts = new(body[FrameHead..]);
        PictureSize size = Chunks(ref parts, kept, inFrame: true);
        Chunk(clean, "ANMF"u8, kept.ToArray());
        return size;
    }

    private static PictureSize Lossy(ReadOnlySpan<byte> body) => body.Length >= 10 && body[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
        ? new PictureSize(BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF)
        : throw new DamagedPictureException();

    private static PictureSize Lossless(ReadOnlySpan<byte> body)
    {
        if (body.Length < 5 || body[0] != 0x2F) { throw new DamagedPictureException(); }
        uint bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
        return new PictureSize(1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    private static PictureSize Larger(PictureSize? one, PictureSize other) =>
        one is { } first ? new PictureSize(Math.Max(first.Width, other.Width), Math.Max(first.Height, other.Height)) : other;

    private static void Chunk(Stream clean, ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        clean.Write(name);
        Little(clean, (uint)body.Length);
        clean.Write(body);
        if ((body.Length & 1) == 1) { clean.WriteByte(0); }
    }

    private static void Little(Stream clean, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        clean.Write(bytes);
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
