using Bot.Tickets.Moves;

namespace Bot.Tickets;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Emergency alert {Alert} of ticket {Ticket}: round {Round} to {Recipients} people")]
    public static partial void AlertSent(this ILogger logger, int alert, int ticket, int round, int recipients);

    [LoggerMessage(Level = LogLevel.Information, Message = "Due on {Acted} of {Looked} tickets looked at; {Told} people told")]
    public static partial void FellDue(this ILogger logger, int acted, int looked, int told);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be looked at; trying again")]
    public static partial void DueFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due on ticket {Ticket} cannot be done; it is looked at again in an hour")]
    public static partial void SetAside(this ILogger logger, int ticket, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Emergency alerts could not be repeated; trying again")]
    public static partial void AlertsFailed(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Ticket {Ticket}: {Command} by a person: {Outcome}")]
    public static partial void Decided(this ILogger logger, int ticket, string command, TicketOutcome outcome);
}
