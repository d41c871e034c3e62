using System.Security.Cryptography;
using System.Text;

namespace Bot.Messaging.Privacy;

/// <summary>Somebody who said 不要记录我: nothing of what they say on the channel is stored.</summary>
public sealed class UnrecordedSender
{
    public required string Channel { get; set; }

    /// <summary>
    /// One of <see cref="RecordingKeys"/>; followed by "@" and that of a conversation where it says that they speak there.
    /// Older programs kept the name, or <see cref="SumOf"/> it.
    /// </summary>
    public required string Sender { get; set; }
    public DateTimeOffset Since { get; set; }

    /// <summary>What older programs kept of somebody who was erased.</summary>
    internal static string SumOf(string name) => "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"unrecorded\n{name}")));
}
