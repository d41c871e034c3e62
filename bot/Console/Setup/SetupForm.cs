namespace Bot.Console.Setup;

public sealed record SetupForm(string? Text, string? Community, string? Act)
{
    public const string Check = "check";
    public const string Save = "save";

    /// <summary>Take what was probably meant.</summary>
    public const string Fix = "fix";

    /// <summary>Save the good rows, keep the others in the form.</summary>
    public const string Good = "good";
    public const string Example = "example";
}
