namespace Bot.Commands;

/// <summary>Ends a command: the message is the one line the user reads, naming file, line and what to do.</summary>
public sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
