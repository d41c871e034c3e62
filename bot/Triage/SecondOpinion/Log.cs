using Bot.Ai;

namespace Bot.Triage.SecondOpinion;

/// <summary>Numbers and labels; neither what was asked nor the model's words.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Opinion on message {Seq}: {Kind} ({Confidence:0.00}), {Act}")]
    public static partial void Weighed(this ILogger logger, long seq, Kind kind, double confidence, OpinionAct act);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No opinion on message {Seq}: {Why} (status {Status}); the engine's decision stands")]
    public static partial void Rejected(this ILogger logger, long seq, ModelOutcome why, int status);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing is asked until {Until}: {Why}")]
    public static partial void Postponed(this ILogger logger, ModelOutcome why, DateTimeOffset until);

    [LoggerMessage(Level = LogLevel.Error, Message = "Asking for opinions failed, trying again")]
    public static partial void Failed(this ILogger logger, Exception exception);
}
