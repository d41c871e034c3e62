namespace Bot.Commands;

/// <summary>What the program's exit tells a script.</summary>
public static class ExitCodes
{
    public const int Success = 0;
    public const int WrongUsage = 1;

    /// <summary>Bad configuration, or input that cannot be read.</summary>
    public const int BadInput = 2;

    /// <summary>A database, model or tool is not there.</summary>
    public const int MissingDependency = 3;

    /// <summary>Some of the input could not be used.</summary>
    public const int Partial = 4;
}
