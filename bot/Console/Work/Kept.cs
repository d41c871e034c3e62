namespace Bot.Console.Work;

/// <summary>A form that could not be saved, with what was typed into it.</summary>
/// <param name="Act">Which form: resolve, note, close or reopen.</param>
public sealed record Kept(string Act, string? Text, string Error);
