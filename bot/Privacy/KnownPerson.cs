using Bot.Messaging;
using Bot.Messaging.Members;

namespace Bot.Privacy;

/// <summary>One person under all the names by which channels know them.</summary>
/// <param name="Name">The one that an administrator types.</param>
/// <param name="Said">The channels and the names under which they spoke there.</param>
/// <param name="Members">Rows of theirs.</param>
/// <param name="Directory">Their names in the directory.</param>
public sealed record KnownPerson(
    string Name, IReadOnlySet<(string Channel, string Sender)> Said, IReadOnlyList<Member> Members, IReadOnlySet<string> Directory)
{
    /// <summary>Whether somebody else is called the same, so that a name alone says nothing.</summary>
    public bool HasNamesake { get; init; }

    /// <summary>A name of theirs that another member of the same channel has too, so that nobody can tell whose words are whose; null for none.</summary>
    public string? Shared { get; init; }

    /// <summary>Why nothing of theirs is handed out or erased; null when it can be.</summary>
    public string? Refusal => Shared is { } name
        ? $"同一个渠道里有两个人都叫“{name}”，分不清哪句话是谁说的。请先到“渠道”认一认他们各是谁；确实是同一个人，就一起勾上"
        : null;

    /// <summary>The longest first, so that none is taken for a part of another.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Said.Select(said => said.Sender).Concat(Directory).Distinct().OrderByDescending(name => name.Length)];

    public IReadOnlySet<string> Channels { get; } = Said.Select(said => said.Channel).ToHashSet();

    /// <summary>Their own lines with the bot, under the names these have and had.</summary>
    public IReadOnlySet<(string Channel, string Conversation)> Lines { get; init; } =
        Said.SelectMany(said => new[] { (said.Channel, PrivateLine.To(said.Sender)), (said.Channel, PrivateLine.OfMember(said.Sender)) }).ToHashSet();

    public bool IsSaid(string channel, string sender) => Said.Contains((channel, sender));

    public bool IsLine(string channel, string conversation) => Lines.Contains((channel, conversation));
}
