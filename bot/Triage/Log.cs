using Bot.Triage.Judging;

namespace Bot.Triage;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Message {Seq}: {Kind}, {Act}, ticket {Ticket}, speaks {Speaks}, written in {Milliseconds:0.0} ms")]
    public static partial void Decided(this ILogger logger, long seq, Kind kind, Act act, int? ticket, bool speaks, double milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "Burst that begins with message {Seq} could not be written, try {Attempt}")]
    public static partial void Retrying(this ILogger logger, long seq, int attempt, Exception exception);

    [LoggerMessage(3, LogLevel.Error, "Burst that begins with message {Seq} ({Count} messages) set aside")]
    public static partial void SetAside(this ILogger logger, long seq, int count, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "Triage stopped and is built anew")]
    public static partial void Failed(this ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Information, "Engine {Version} of {Rows} labelled messages ready after {Milliseconds:0} ms")]
    public static partial void EngineReady(this ILogger logger, string version, int rows, double milliseconds);

    [LoggerMessage(6, LogLevel.Information, "Engine {Version} trained here, number {Number}, ready")]
    public static partial void LearnedEngineReady(this ILogger logger, int number, string version);

    [LoggerMessage(7, LogLevel.Warning, "Engine number {Number} (file {File}, features {Features}) cannot be used; the program's own takes its place. Restore another version or train anew on /console/learning")]
    public static partial void EngineUnusable(this ILogger logger, int number, string? file, string features);

    [LoggerMessage(8, LogLevel.Information, "Engine {Version} takes over; what is undecided is read anew")]
    public static partial void EngineTakesOver(this ILogger logger, string version);
}
