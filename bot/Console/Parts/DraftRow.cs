using Bot.Messaging;

namespace Bot.Console.Parts;

/// <summary>Something a person is to say for the bot.</summary>
/// <param name="Answers">The message it answers; null when it answers none.</param>
public sealed record DraftRow(OutboxMessage Row, Message? Answers)
{
    /// <summary>How old the answered words are, once that is so long that an answer may come too late; null before.</summary>
    public TimeSpan? Age(DateTimeOffset now) => Answers is { } said && now - said.Time > DropOldDraftsHandler.Old ? now - said.Time : null;
}
