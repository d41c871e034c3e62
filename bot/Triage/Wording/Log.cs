using Bot.Ai;

namespace Bot.Triage.Wording;

/// <summary>Outcomes; never what was asked or answered.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Wording of an answer: {Outcome}")]
    public static partial void Worded(this ILogger logger, ModelOutcome outcome);
}
