namespace Bot.Channels.Envelopes;

/// <summary>PKCS#7 padding to blocks of 32 bytes, which no library knows: AES itself has blocks of 16.</summary>
public static class BlockPadding
{
    private const int Block = 32;

    public static byte[] Pad(ReadOnlySpan<byte> plain)
    {
        int count = Block - (plain.Length % Block);
        byte[] padded = new byte[plain.Length + count];
        plain.CopyTo(padded);
        padded.AsSpan(plain.Length).Fill((byte)count);
        return padded;
    }

    /// <summary>Without the padding; false when it is not whole.</summary>
    public static bool TryStrip(ReadOnlySpan<byte> padded, out ReadOnlySpan<byte> plain)
    {
        plain = default;
        if (padded.IsEmpty || padded[^1] is not (> 0 and <= Block) || padded[^1] > padded.Length) { return false; }
        int length = padded.Length - padded[^1];
        if (padded[length..].ContainsAnyExcept(padded[^1])) { return false; }
        plain = padded[..length];
        return true;
    }
}
