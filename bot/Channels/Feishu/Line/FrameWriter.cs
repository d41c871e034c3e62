using System.Text;

namespace Bot.Channels.Feishu.Line;

/// <summary>Writes a frame as the vendor reads it.</summary>
internal static class FrameWriter
{
    public static byte[] Write(Frame frame)
    {
        using MemoryStream to = new();
        Number(to, 1, frame.SeqId);
        Number(to, 2, frame.LogId);
        Number(to, 3, unchecked((ulong)frame.Service));
        Number(to, 4, unchecked((ulong)frame.Method));
        foreach (FrameHeader header in frame.Headers) { Bytes(to, 5, Header(header)); }
        Text(to, 6, frame.PayloadEncoding);
        Text(to, 7, frame.PayloadType);
        if (frame.Payload is { } payload) { Bytes(to, 8, payload); }
        Text(to, 9, frame.LogIdNew);
        return to.ToArray();
    }

    private static byte[] Header(FrameHeader header)
    {
        using MemoryStream to = new();
        Text(to, 1, header.Key);
        Text(to, 2, header.Value);
        return to.ToArray();
    }

    private static void Number(MemoryStream to, int field, ulong value)
    {
        Varint(to, (ulong)(field << 3) | ProtoReader.Varint);
        Varint(to, value);
    }

    private static void Text(MemoryStream to, int field, string? text)
    {
        if (text is not null) { Bytes(to, field, Encoding.UTF8.GetBytes(text)); }
    }

    private static void Bytes(MemoryStream to, int field, byte[] bytes)
    {
        Varint(to, (ulong)(field << 3) | ProtoReader.Bytes);
        Varint(to, (ulong)bytes.Length);
        to.Write(bytes);
    }

    private static void Varint(MemoryStream to, ulong value)
    {
        for (; value >= 0x80; value >>= 7) { to.WriteByte((byte)(value | 0x80)); }
        to.WriteByte((byte)value);
    }
}
