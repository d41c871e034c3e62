namespace Bot.Messaging;

/// <summary>One line per message, with ids and timings; never its text, and no name from a private line.</summary>
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

    [LoggerMessage(Message =
        "Reply {Id} {Key} to {Channel}/{Conversation}: {State}, try {Attempts}, {Milliseconds:0} ms after it was queued")]
    public static partial void Tried(
        this ILogger logger, LogLevel level, long id, string key, string channel, string conversation,
        OutboxState state, int attempts, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reply {Id} to {Channel}: the channel failed")]
    public static partial void SendFailed(this ILogger logger, long id, string channel, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reply {Id} to {Channel}: what became of it could not be stored, trying again")]
    public static partial void MarkFailed(this ILogger logger, long id, string channel, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending to {Channel}/{Conversation} was interrupted, trying again")]
    public static partial void LaneFailed(this ILogger logger, string channel, string conversation, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox of {Channel} could not be read, trying again")]
    public static partial void LookingFailed(this ILogger logger, string channel, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} replies were on their way when the program died; they are marked in doubt")]
    public static partial void FoundInDoubt(this ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} replies of an earlier run wait for {Channel}")]
    public static partial void FoundQueued(this ILogger logger, int count, string channel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} replies wait for {Channel}, which is not set up")]
    public static partial void ChannelMissing(this ILogger logger, int count, string channel);
}
