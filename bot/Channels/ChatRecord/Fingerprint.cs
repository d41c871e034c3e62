using System.Security.Cryptography;
using System.Text;

namespace Bot.Channels.ChatRecord;

/// <summary>
/// Ids of messages that come without any: made of what they say, so that the same record pasted again, with seconds or
/// without, brings the same ids.
/// </summary>
internal static class Fingerprint
{
    private const string Timed = "r";
    private const string Untimed = "s";

    /// <param name="bare">The words, see <see cref="Bare"/>.</param>
    /// <param name="time">Counts to the minute.</param>
    /// <param name="occurrence">How often the same was said in this minute before.</param>
    public static string Of(string sender, string bare, DateTimeOffset time, int occurrence) =>
        Timed + Hash($"{sender}\n{time.ToUnixTimeSeconds() / 60}\n{bare}\n{occurrence}");

    /// <summary>Of a message nobody knows the time of; the same one is recognised by what stands around it.</summary>
    public static string Of(int record, int line) => $"{Untimed}{record}-{line}";

    public static bool IsUntimed(string id) => id.StartsWith(Untimed, StringComparison.Ordinal);

    private static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)), 0, 12);
}
