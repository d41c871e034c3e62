using Bot.Channels.WebChat;

namespace Bot.Console.Playground;

/// <param name="People">Who may speak in the group, with the word for their role.</param>
/// <param name="HasPrivateLine">Whether the bot writes to this person alone.</param>
/// <param name="Quote">The message the next one quotes.</param>
/// <param name="Draft">What was typed when a post was refused.</param>
public sealed record PlaygroundModel(
    string? Community,
    bool IsSample,
    bool Preparing,
    bool Large,
    bool Exposed,
    bool CanPlay,
    IReadOnlyList<string> Groups,
    IReadOnlyList<PlaygroundPerson> People,
    PlaygroundPlace? Place,
    bool HasPrivateLine,
    IReadOnlyList<ChatMessageView> Messages,
    ChatMessageView? Quote = null,
    string? Draft = null,
    string? Error = null)
{
    public long Last => Messages is [.., var last] ? last.Seq : 0;
}

public sealed record PlaygroundPerson(string Name, string Shown);
