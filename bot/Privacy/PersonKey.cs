using System.Globalization;

namespace Bot.Privacy;

/// <summary>
/// Whom a line of the search stands for: a resident of the directory with every member that is known to be them, a member that is nobody of the
/// directory, or a name of a channel without members.
/// </summary>
/// <param name="Directory">Name in the directory; else null.</param>
/// <param name="Member">Id of the member; else null.</param>
/// <param name="Channel">With <paramref name="Sender"/>: the name of a channel without members.</param>
public sealed record PersonKey(string? Directory = null, long? Member = null, string? Channel = null, string? Sender = null)
{
    public static PersonKey? Parse(string? text) => text?.Split(':', 3) switch
    {
        ["directory", .. var name] => new PersonKey(Directory: string.Join(':', name)),
        ["member", var id] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) => new PersonKey(Member: number),
        ["sender", var channel, var sender] => new PersonKey(Channel: channel, Sender: sender),
        _ => null,
    };

    public override string ToString() => this switch
    {
        { Directory: { } name } => $"directory:{name}",
        { Member: { } id } => string.Create(CultureInfo.InvariantCulture, $"member:{id}"),
        _ => $"sender:{Channel}:{Sender}",
    };
}
