using System.Text;

namespace Bot.Channels.Feishu.Line;

/// <summary>Reads a frame as the vendor sends it.</summary>
internal static class FrameReader
{
    private const int MostHeaders = 64;
    private const int Required = 0b1111;

    /// <summary>Null when it is not one, or without a field that every frame has.</summary>
    public static Frame? Read(ReadOnlySpan<byte> bytes)
    {
        ProtoReader reader = new(bytes);
        Frame frame = new();
        List<FrameHeader> headers = [];
        int found = 0;
        while (!reader.IsAtEnd)
        {
            if (!reader.TryTag(out ulong field, out int wire)) { return null; }
            if (field is >= 1 and <= 4 && wire == ProtoReader.Varint)
            {
                if (!reader.TryVarint(out ulong number)) { return null; }
                found |= 1 << ((int)field - 1);
                frame = WithNumber(frame, field, number);
            }
            else if (field is >= 5 and <= 9 && wire == ProtoReader.Bytes)
            {
                if (!reader.TryBytes(out ReadOnlySpan<byte> value)) { return null; }
                if (field != 5) { frame = WithBytes(frame, field, value); }
                else if (headers.Count < MostHeaders && Header(value) is { } header) { headers.Add(header); }
                else { return null; }
            }
            else if (!reader.TrySkip(wire)) { return null; }
        }
        return found == Required ? frame with { Headers = headers } : null;
    }

    private static Frame WithNumber(Frame frame, ulong field, ulong number) => field switch
    {
        1 => frame with { SeqId = number },
        2 => frame with { LogId = number },
        3 => frame with { Service = unchecked((int)number) },
        _ => frame with { Method = unchecked((int)number) },
    };

    private static Frame WithBytes(Frame frame, ulong field, ReadOnlySpan<byte> value) => field switch
    {
        6 => frame with { PayloadEncoding = Encoding.UTF8.GetString(value) },
        7 => frame with { PayloadType = Encoding.UTF8.GetString(value) },
        8 => frame with { Payload = value.ToArray() },
        _ => frame with { LogIdNew = Encoding.UTF8.GetString(value) },
    };

    private static FrameHeader? Header(ReadOnlySpan<byte> bytes)
    {
        ProtoReader reader = new(bytes);
        string? key = null, value = null;
        while (!reader.IsAtEnd)
        {
            if (!reader.TryTag(out ulong field, out int wire)) { return null; }
            if (field is 1 or 2 && wire == ProtoReader.Bytes)
            {
                if (!reader.TryBytes(out ReadOnlySpan<byte> text)) { return null; }
                if (field == 1) { key = Encoding.UTF8.GetString(text); }
                else { value = Encoding.UTF8.GetString(text); }
            }
            else if (!reader.TrySkip(wire)) { return null; }
        }
        return key is null || value is null ? null : new FrameHeader(key, value);
    }
}
