using System.CommandLine;

namespace Bot.Commands;

/// <summary>
/// Builds the command line and runs it. A new verb is one file with a static <c>Create()</c>, added to <see cref="Verbs"/>;
/// its action throws <see cref="CommandException"/> for what the user must mend.
/// </summary>
public static class CommandLine
{
    // the service drains for up to ten seconds, and is to end by itself
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(12);

    // Made when asked for: a verb that runs for a tenth of a second should not wait for the others to be described
    private static readonly (string Name, Func<Command> Create)[] Verbs =
    [
        ("triage", TriageCommand.Create), ("train", TrainCommand.Create), ("classify", ClassifyCommand.Create),
        ("index", IndexCommand.Create), ("ask", AskCommand.Create), ("admin-link", AdminLinkCommand.Create), ("backup", BackupCommand.Create), ("restore", RestoreCommand.Create),
    ];

    /// <param name="serve">What the program does without a verb; gets the arguments as they are.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] arguments, Func<string[], CancellationToken, Task<int>> serve) =>
        // Describing a command line takes longer than labelling ten thousand letters
        ClassifyRun.Plain(arguments) is { } run ? Task.FromResult(Guard(run.Run)) : ParseAsync(arguments, serve);

    private static async Task<int> ParseAsync(string[] arguments, Func<string[], CancellationToken, Task<int>> serve)
    {
        RootCommand root = BuildRoot(arguments, serve);
        ParseResult parsed = root.Parse(arguments);
        bool serves = parsed.CommandResult.Command == root;
        string? problem = parsed.Errors.Count > 0 ? OneLine(parsed.Errors[0].Message)
            : !serves && parsed.CommandResult.Command.TreatUnmatchedTokensAsErrors && parsed.UnmatchedTokens is [var token, ..] ? $"Unknown argument '{token}'."
            : null;
        if (problem is not null)
        {
            return Fail(ExitCodes.WrongUsage, $"{problem} See 'bot{(serves ? "" : " " + parsed.CommandResult.Command.Name)} --help'.");
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestStop });
        }
        catch (Exception e) when (ExitCodeOf(e) is not null)
        {
            return Fail(e);
        }
    }

    private static int Guard(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (ExitCodeOf(e) is not null)
        {
            return Fail(e);
        }
    }

    /// <summary>Null for what only a mistake in the program can bring about.</summary>
    private static int? ExitCodeOf(Exception e) => e switch
    {
        CommandException told => told.ExitCode,
        IOException or UnauthorizedAccessException or InvalidDataException or Triage.Classifier.CorpusException => ExitCodes.BadInput,
        OperationCanceledException => ExitCodes.Partial,
        _ => null,
    };

    private static int Fail(Exception e) =>
        Fail(ExitCodeOf(e)!.Value, e is OperationCanceledException ? "stopped before the end; no output was written" : e.Message);

    private static RootCommand BuildRoot(string[] arguments, Func<string[], CancellationToken, Task<int>> serve)
    {
        RootCommand root = new("Listens in community group chats, turns complaints into tickets and answers questions. Without a command it serves.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Add(new Option<string>("--urls") { Description = "Addresses to serve on, e.g. http://0.0.0.0:5080.", HelpName = "URLS" });
        bool one = arguments is [var name, ..] && Array.Exists(Verbs, verb => verb.Name == name);
        foreach ((string verb, Func<Command> create) in Verbs)
        {
            if (!one || verb == arguments[0]) { root.Add(create()); }
        }
        root.SetAction((_, cancellationToken) =>
            arguments is [var first, ..] && !first.StartsWith('-')
                ? Task.FromResult(Fail(ExitCodes.WrongUsage, $"unknown command '{first}'. See 'bot --help'."))
                : serve(arguments, cancellationToken));
        return root;
    }

    private static int Fail(int exitCode, string message)
    {
        System.Console.Error.WriteLine($"bot: {OneLine(message)}");
        return exitCode;
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim();
}
