namespace Bot.Grids;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Community {Community} (sample {IsSample}): {Groups} groups, {People} people")]
    public static partial void Opened(this ILogger logger, string? community, bool isSample, int groups, int people);

    [LoggerMessage(LogLevel.Information, "Community replaced by {Community} (everything cleared {Cleared}): {Groups} groups, {People} people")]
    public static partial void Replaced(this ILogger logger, string? community, bool cleared, int groups, int people);

    /// <param name="reason">Words of our own or the name of an exception; nothing the service said.</param>
    [LoggerMessage(LogLevel.Warning, "Sign-in with an account of the office failed: {Reason}")]
    public static partial void OfficeSignInFailed(this ILogger logger, string reason);
}
