using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Envelopes;

/// <summary>
/// The envelope in which several vendors send and want their messages: AES-256-CBC over 16 random bytes, the length, the message and
/// the id of its receiver, signed by SHA-1 over the sorted parts and a token that both sides know.
/// </summary>
public sealed class EnvelopeCipher
{
    private const int KeyLength = 43;
    private const int Random = 16;
    private const int Head = Random + sizeof(uint);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _token;
    private readonly byte[] _key;
    private readonly byte[] _receiver;

    /// <param name="token">What both sides know.</param>
    /// <param name="encodingKey">43 characters.</param>
    /// <param name="receiver">Whom messages are for; may be empty.</param>
    public EnvelopeCipher(string token, string encodingKey, string receiver) => (_token, _key, _receiver) =
        (token, KeyOf(encodingKey) ?? throw new ArgumentException("The key must be 43 characters of base 64.", nameof(encodingKey)), Encoding.UTF8.GetBytes(receiver));

    public static bool IsKey(string? encodingKey) => KeyOf(encodingKey) is not null;

    [SuppressMessage("Security", "CA5350:Do not use weak cryptographic algorithms", Justification = "The vendors sign with it; the token stays secret.")]
    public string Sign(string timestamp, string nonce, string encrypted)
    {
        string[] parts = [_token, timestamp, nonce, encrypted];
        Array.Sort(parts, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
    }

    public bool Verifies(string signature, string timestamp, string nonce, string encrypted) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(timestamp, nonce, encrypted)));

    /// <summary>The message; null when it is not whole or for somebody else.</summary>
    public string? Open(string encrypted)
    {
        byte[] sealedBytes = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, sealedBytes, out int length)) { return null; }
        return Decrypt(_key, sealedBytes.AsSpan(0, length)) is { } plain ? Message(plain) : null;
    }

    public string Seal(string message) => Seal(message, RandomNumberGenerator.GetBytes(Random));

    /// <param name="message">What is to be read.</param>
    /// <param name="random">16 bytes.</param>
    internal string Seal(string message, ReadOnlySpan<byte> random)
    {
        byte[] words = Encoding.UTF8.GetBytes(message);
        byte[] length = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(length, (uint)words.Length);
        return Convert.ToBase64String(Encrypt(_key, [.. random, .. length, .. words, .. _receiver]));
    }

    /// <summary>What was padded and encrypted with that key; null when it was not.</summary>
    internal static byte[]? Decrypt(byte[] key, ReadOnlySpan<byte> encrypted)
    {
        using Aes aes = Aes.Create();
        if (encrypted.IsEmpty || encrypted.Length % (aes.BlockSize / 8) != 0) { return null; }
        aes.Key = key;
        return BlockPadding.TryStrip(aes.DecryptCbc(encrypted, key.AsSpan(0, Random), PaddingMode.None), out ReadOnlySpan<byte> plain) ? plain.ToArray() : null;
    }

    internal static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plain)
    {
        using Aes aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(BlockPadding.Pad(plain), key.AsSpan(0, Random), PaddingMode.None);
    }

    private string? Message(ReadOnlySpan<byte> plain)
    {
        if (plain.Length < Head) { return null; }
        uint length = BinaryPrimitives.ReadUInt32BigEndian(plain[Random..]);
        ReadOnlySpan<byte> rest = plain[Head..];
        if (length > rest.Length || !rest[(int)length..].SequenceEqual(_receiver)) { return null; }
        try
        {
            return Strict.GetString(rest[..(int)length]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static byte[]? KeyOf(string? encodingKey)
    {
        byte[] key = new byte[32];
        return encodingKey is { Length: KeyLength } && Convert.TryFromBase64String(encodingKey + "=", key, out int length) && length == key.Length ? key : null;
    }
}
