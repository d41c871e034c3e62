using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Feishu.Webhook;

/// <summary>How events are sealed and signed: AES-256-CBC with the hash of a key, SHA-256 over time, nonce, key and the body as it came.</summary>
internal sealed class EventCipher(string encryptKey)
{
    private const int Block = 16;

    private readonly byte[] _encryptKey = Encoding.UTF8.GetBytes(encryptKey);
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes(encryptKey));

    public string Sign(string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        byte[] before = Encoding.UTF8.GetBytes(timestamp + nonce);
        return Convert.ToHexStringLower(SHA256.HashData((byte[])[.. before, .. _encryptKey, .. body]));
    }

    public bool Verifies(string signature, string timestamp, string nonce, ReadOnlySpan<byte> body) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(timestamp, nonce, body)));

    /// <summary>What was sealed; null when it was not with this key.</summary>
    public byte[]? Open(string sealedText)
    {
        byte[] bytes = new byte[sealedText.Length];
        if (!Convert.TryFromBase64String(sealedText, bytes, out int length) || length < 2 * Block || length % Block != 0) { return null; }
        using Aes aes = Aes.Create();
        aes.Key = _key;
        try
        {
            return aes.DecryptCbc(bytes.AsSpan(Block, length - Block), bytes.AsSpan(0, Block), PaddingMode.PKCS7);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
