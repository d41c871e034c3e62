namespace Bot.Ai;

/// <summary>Counts and outcomes; never what was asked or answered.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information,
        Message = "Model asked for {Task}: failure {Failure}, {Requests} requests, status {Status}, {TokensIn} tokens sent, {TokensOut} received")]
    public static partial void Asked(this ILogger logger, string task, ModelOutcome? failure, int requests, int status, long tokensIn, long tokensOut);
}
