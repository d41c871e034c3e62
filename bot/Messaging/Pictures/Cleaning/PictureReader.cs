using System.Buffers.Binary;

namespace Bot.Messaging.Pictures.Cleaning;

/// <summary>Reads bytes that anybody wrote: whatever lies beyond their end is damage.</summary>
internal ref struct PictureReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public readonly int Left => _bytes.Length - Position;

    public ReadOnlySpan<byte> Take(long length)
    {
        if (length < 0 || length > Left) { throw new DamagedPictureException(); }
        ReadOnlySpan<byte> taken = _bytes.Slice(Position, (int)length);
        Position += (int)length;
        return taken;
    }

    public byte Byte() => Take(1)[0];

    public int BigShort() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint BigLong() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint LittleLong() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    /// <summary>What follows, without moving on.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[Position..];
}
