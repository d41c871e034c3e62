using Bot.Messaging;

namespace Bot.Console.Quiet;

/// <param name="Groups">Those the person sees.</param>
/// <param name="MayAll">Whether the person may silence every group at once.</param>
public sealed record QuietModel(IReadOnlyList<string> Groups, IReadOnlyList<Silence> Now, bool MayAll)
{
    public Silence? Of(string conversation) => Now.FirstOrDefault(silence => silence.Conversation == conversation);
}
