namespace Bot.Channels.Feishu.Line;

/// <summary>Reads the wire format of protobuf; every method is false at the first byte that is not.</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> bytes)
{
    public const int Varint = 0;
    public const int Bytes = 2;
    private const int Fixed64 = 1;
    private const int Fixed32 = 5;
    private const int LongestVarint = 10;

    private ReadOnlySpan<byte> _left = bytes;

    public readonly bool IsAtEnd => _left.IsEmpty;

    public bool TryTag(out ulong field, out int wire)
    {
        bool read = TryVarint(out ulong tag);
        (field, wire) = (tag >> 3, (int)(tag & 7));
        return read && field > 0;
    }

    public bool TryVarint(out ulong value)
    {
        value = 0;
        for (int i = 0; i < LongestVarint && i < _left.Length; i++)
        {
            value |= (ulong)(_left[i] & 0x7F) << (7 * i);
            if (_left[i] >= 0x80) { continue; }
            _left = _left[(i + 1)..];
            return true;
        }
        return false;
    }

    public bool TryBytes(out ReadOnlySpan<byte> value)
    {
        value = default;
        return TryVarint(out ulong length) && length <= (ulong)_left.Length && TryTake((int)length, out value);
    }

    /// <summary>Over a field that nobody needs.</summary>
    public bool TrySkip(int wire) => wire switch
    {
        Varint => TryVarint(out _),
        Fixed64 => TryTake(8, out _),
        Bytes => TryBytes(out _),
        Fixed32 => TryTake(4, out _),
        _ => false,
    };

    private bool TryTake(int length, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (length > _left.Length) { return false; }
        taken = _left[..length];
        _left = _left[length..];
        return true;
    }
}
