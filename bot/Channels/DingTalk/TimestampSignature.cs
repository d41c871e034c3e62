using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.DingTalk;

/// <summary>How the vendor signs callbacks and wants webhooks signed: the moment with the secret, never the words.</summary>
internal static class TimestampSignature
{
    /// <param name="timestamp">Milliseconds since 1970, as they are written.</param>
    /// <param name="secret">Key and part of what is signed.</param>
    public static string Sign(string timestamp, string secret) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}")));

    public static bool Verifies(string signature, string timestamp, string secret) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(timestamp, secret)));
}
