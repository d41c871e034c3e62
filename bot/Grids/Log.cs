namespace Bot.Grids;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Community {Community} (sample {IsSample}): {Groups} groups, {People} people")]
    public static partial void Opened(this ILogger logger, string? community, bool isSample, int groups, int people);

    [LoggerMessage(LogLevel.Information, "Community replaced by {Community} (everything cleared {Cleared}): {Groups} groups, {People} people")]
    public static partial void Replaced(this ILogger logger, string? community, bool cleared, int groups, int people);
}
