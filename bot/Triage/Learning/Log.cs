namespace Bot.Triage.Learning;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Training begins, asked for by {By}")]
    public static partial void TrainingBegins(this ILogger logger, string by);

    [LoggerMessage(2, LogLevel.Information, "Training ends; engine number {Number}, {Version}, is in use")]
    public static partial void TrainingEnds(this ILogger logger, int? number, string? version);

    [LoggerMessage(3, LogLevel.Error, "Training failed")]
    public static partial void TrainingFailed(this ILogger logger, Exception exception);
}
