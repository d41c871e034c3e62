namespace Bot.Messaging.Pictures.Cleaning;

/// <summary>Keeps the frames, their times and how often they repeat; no comments, no text, no programs' own blocks.</summary>
internal static class GifCopy
{
    private const int MostFrames = 1_000;
    private const long MostFramePixels = 2_000_000_000;

    public static PictureSize Run(ReadOnlySpan<byte> file, Stream clean)
    {
        PictureReader reader = new(file);
        clean.Write(reader.Take(6));
        ReadOnlySpan<byte> screen = reader.Take(7);
        clean.Write(screen);
        clean.Write(reader.Take(TableLength(screen[4])));
        PictureSize size = new(screen[0] | (screen[1] << 8), screen[2] | (screen[3] << 8));
        long pixels = 0;
        for (int frames = 0; frames <= MostFrames && pixels <= MostFramePixels;)
        {
            byte block = reader.Byte();
            if (block == 0x3B)
            {
                clean.WriteByte(block);
                return frames > 0 ? size : throw new DamagedPictureException();
            }
            if (block == 0x21) { Extension(ref reader, clean); }
            else if (block == 0x2C)
            {
                pixels += Frame(ref reader, clean);
                frames++;
            }
            else { break; }
        }
        throw new DamagedPictureException();
    }

    private static long Frame(ref PictureReader reader, Stream clean)
    {
        ReadOnlySpan<byte> head = reader.Take(9);
        clean.WriteByte(0x2C);
        clean.Write(head);
        clean.Write(reader.Take(TableLength(head[8])));
        byte codeSize = reader.Byte();
        if (codeSize is < 2 or > 11) { throw new DamagedPictureException(); }
        clean.WriteByte(codeSize);
        clean.Write(Blocks(ref reader));
        return (long)(head[4] | (head[5] << 8)) * (head[6] | (head[7] << 8));
    }

    private static void Extension(ref PictureReader reader, Stream clean)
    {
        byte label = reader.Byte();
        ReadOnlySpan<byte> blocks = Blocks(ref reader);
        bool kept = (label == 0xF9 && blocks.Length == 6)
            || (label == 0xFF && blocks.Length == 17 && blocks[1..].StartsWith("NETSCAPE2.0\u0003\u0001"u8));
        if (!kept) { return; }
        clean.Write([0x21, label]);
        clean.Write(blocks);
    }

    // blocks with their lengths, and the empty one that ends them
    private static ReadOnlySpan<byte> Blocks(ref PictureReader reader)
    {
        ReadOnlySpan<byte> from = reader.Rest;
        int start = reader.Position;
        for (byte length = reader.Byte(); length > 0; length = reader.Byte()) { reader.Take(length); }
        return from[..(reader.Position - start)];
    }

    private static int TableLength(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
