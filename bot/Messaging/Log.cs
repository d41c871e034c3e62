namespace Bot.Messaging;

/// <summary>One line per message, with ids and timings, never its text.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information,
        Message = "Message {Seq} {Channel}/{Conversation}/{MessageId}: {Outcome}, {State}, {Milliseconds:0.0} ms")]
    public static partial void Stored(
        this ILogger logger, long seq, string channel, string conversation, string messageId,
        AcceptOutcome outcome, MessageState state, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Message {Seq} {Channel}/{Conversation}/{MessageId}: another content came under the same id, the first stands")]
    public static partial void Conflict(
        this ILogger logger, long seq, string channel, string conversation, string messageId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reply {Key} to {Channel}/{Conversation} was queued before, not said again")]
    public static partial void SaidBefore(this ILogger logger, string key, string channel, string conversation);
}
