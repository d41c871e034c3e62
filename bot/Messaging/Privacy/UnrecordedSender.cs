using System.Security.Cryptography;
using System.Text;

namespace Bot.Messaging.Privacy;

/// <summary>Somebody who said 不要记录我: nothing of what they say on the channel is stored.</summary>
public sealed class UnrecordedSender
{
    public required string Channel { get; set; }

    /// <summary>The name their messages would carry, or <see cref="SumOf"/> it.</summary>
    public required string Sender { get; set; }
    public DateTimeOffset Since { get; set; }

    /// <summary>Stands in the place of the name once everything of the person was erased.</summary>
    public static string SumOf(string name) => "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"unrecorded\n{name}")));
}
