using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.Http;

/// <summary>HMAC-SHA256 over timestamp, line feed, nonce, line feed and the body as sent, in hexadecimal; the same in both directions.</summary>
internal static class Signature
{
    public const string KeyHeader = "X-Bot-Key";
    public const string TimestampHeader = "X-Bot-Timestamp";
    public const string NonceHeader = "X-Bot-Nonce";
    public const string SignatureHeader = "X-Bot-Signature";

    public const int ShortestNonce = 8;
    public const int LongestNonce = 64;
    private const int LongestTimestamp = 12;

    /// <summary>Room for what is signed besides the body.</summary>
    public const int MostBefore = LongestTimestamp + LongestNonce + 2;

    public static bool IsTimestamp(string text) => text.Length is > 0 and <= LongestTimestamp && text.All(char.IsAsciiDigit);

    public static bool IsNonce(string text) => text.Length is >= ShortestNonce and <= LongestNonce && text.All(each => each is > ' ' and <= '~');

    /// <summary>Writes what stands before the body in what is signed; returns its length.</summary>
    public static int WriteBefore(string timestamp, string nonce, Span<byte> destination)
    {
        int length = Encoding.ASCII.GetBytes(timestamp, destination);
        destination[length++] = (byte)'\n';
        length += Encoding.ASCII.GetBytes(nonce, destination[length..]);
        destination[length++] = (byte)'\n';
        return length;
    }

    public static bool IsGood(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> signed, string signature)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (signature.Length != 2 * claimed.Length || Convert.FromHexString(signature, claimed, out _, out _) != System.Buffers.OperationStatus.Done) { return false; }
        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, signed, computed);
        return CryptographicOperations.FixedTimeEquals(claimed, computed);
    }

    public static void Sign(HttpRequestMessage request, Gateway gateway, byte[] body, DateTimeOffset now)
    {
        string timestamp = $"{now.ToUnixTimeSeconds()}";
        string nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        byte[] signed = new byte[MostBefore + body.Length];
        int before = WriteBefore(timestamp, nonce, signed);
        body.CopyTo(signed, before);
        request.Headers.Add(KeyHeader, gateway.Id);
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(NonceHeader, nonce);
        request.Headers.Add(SignatureHeader, Convert.ToHexStringLower(HMACSHA256.HashData(gateway.Secret, signed.AsSpan(0, before + body.Length))));
    }
}
