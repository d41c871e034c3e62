using Bot.Messaging.Members;

namespace Bot.Messaging.Receiving;

/// <summary>Who is at the other end of a private line, and what the line is called for that.</summary>
/// <param name="Id">The channel's id of the member.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Person">Who of the directory it is; null while nobody has said so.</param>
internal sealed record LineOwner(string Id, string Name, string? Person)
{
    /// <summary>The name of the line; where it is nobody of the directory the n-th of theirs.</summary>
    public string At(int n) => Person is { } person ? PrivateLine.To(person) : PrivateLine.OfMember(Name, n);

    public bool Fits(string line)
    {
        if (line == At(1)) { return true; }
        string further = PrivateLine.OfMember(Name)[..^MemberBook.Unchecked.Length] + "·";
        return Person is null && line.StartsWith(further, StringComparison.Ordinal) && PrivateLine.IsOfMember(line)
            && line[further.Length..^MemberBook.Unchecked.Length].All(char.IsAsciiDigit);
    }
}
