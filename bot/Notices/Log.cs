namespace Bot.Notices;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Notice {Number} planned {PlannedAt:O}: {Outcome} to {Groups} groups, {Seconds:0.0} s after its time")]
    public static partial void Accounted(
        this ILogger logger, int number, DateTimeOffset plannedAt, NoticeOutcome outcome, int groups, double seconds);

    [LoggerMessage(LogLevel.Information, "Notice {Number} {Act} by {Person}")]
    public static partial void Changed(this ILogger logger, int number, string act, string person);

    [LoggerMessage(LogLevel.Information, "Scheduler started, {Count} notices wait in it")]
    public static partial void SchedulerStarted(this ILogger logger, int count);

    [LoggerMessage(LogLevel.Warning, "Scheduler: {Path} cannot be used and is made anew; the plans are in the database")]
    public static partial void SchedulerRebuilt(this ILogger logger, string path, Exception exception);

    [LoggerMessage(LogLevel.Information, "Scheduler: the wake-up of notice {Number} was {What}")]
    public static partial void TriggerRepaired(this ILogger logger, string number, string what);

    [LoggerMessage(LogLevel.Error, "Notices could not be looked through, trying again")]
    public static partial void SweepFailed(this ILogger logger, Exception exception);
}
