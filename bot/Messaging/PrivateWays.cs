namespace Bot.Messaging;

/// <summary>One way to write to a person alone.</summary>
public sealed record PrivateWay(string Channel, string Conversation);

/// <summary>
/// Every way by which a person can be reached alone, the best first: the private line of each channel that reaches them, our own simulated chat last.
/// Urgent calls take all of them.
/// </summary>
public sealed class PrivateWays(IEnumerable<IChannel> channels)
{
    public IReadOnlyList<PrivateWay> Of(string person) =>
        [.. channels.Where(channel => channel.Reaches(person)).OrderBy(channel => channel.Capabilities.KeepsItsWords).Select(channel => new PrivateWay(channel.Name, PrivateLine.To(person)))];
}
