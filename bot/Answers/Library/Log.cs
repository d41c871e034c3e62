namespace Bot.Answers.Library;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Knowledge base holds {Count} documents")]
    public static partial void Synchronised(this ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Knowledge base {Folder} cannot be opened: every question goes to a person")]
    public static partial void NotOpened(this ILogger logger, string folder, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {Run} of questions broke off")]
    public static partial void NotAsked(this ILogger logger, int run, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Knowledge base is not equal to the documents; the next start tries again")]
    public static partial void NotSynchronised(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Knowledge base is not reached, questions go to people until it is: {Problem}")]
    public static partial void NotReached(this ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "Passages have their vectors; {Left} have come in meanwhile")]
    public static partial void Embedded(this ILogger logger, int left);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Passages get no vectors for now, questions are searched by their words: {Problem}")]
    public static partial void NotEmbedded(this ILogger logger, string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} vectors of passages that are no longer there are deleted")]
    public static partial void VectorsForgotten(this ILogger logger, int count);
}
