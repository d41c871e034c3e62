namespace Bot.Figures;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Figures could not be brought up to date; trying again")]
    public static partial void CasesFailed(this ILogger logger, Exception exception);
}
