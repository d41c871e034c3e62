using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bot.Triage.Classifier;

/// <summary>
/// Tells a damaged file from a whole one; no protection against forgery. A cryptographic hash would load a library for longer
/// than a small model takes to read.
/// </summary>
internal static class Checksum
{
    public const int Size = sizeof(ulong);

    private const ulong Prime = 0x9E3779B185EBCA87;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        ulong even = (ulong)bytes.Length;
        ulong odd = Prime;
        while (bytes.Length >= 16)
        {
            even = BitOperations.RotateLeft((even ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Prime, 31);
            odd = BitOperations.RotateLeft((odd ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..])) * Prime, 29);
            bytes = bytes[16..];
        }
        foreach (byte b in bytes)
        {
            even = BitOperations.RotateLeft((even ^ b) * Prime, 31);
        }
        ulong sum = (even ^ BitOperations.RotateLeft(odd, 17)) * Prime;
        byte[] result = new byte[Size];
        BinaryPrimitives.WriteUInt64LittleEndian(result, sum ^ (sum >> 32));
        return result;
    }
}
