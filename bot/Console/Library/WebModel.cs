namespace Bot.Console.Library;

/// <param name="Address">As it was typed.</param>
/// <param name="Error">Why nothing was read.</param>
public sealed record WebModel(string? Address = null, string? Error = null);
