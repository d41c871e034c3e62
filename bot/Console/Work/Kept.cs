namespace Bot.Console.Work;

/// <summary>A form that could not be saved, with what was typed into it.</summary>
/// <param name="Act">Which form: the last part of its address.</param>
/// <param name="Since">Where somebody else was quicker: the version the form stood on.</param>
/// <param name="Day">A day that was chosen, as sent.</param>
/// <param name="Hour">A time of day that was chosen, as sent.</param>
public sealed record Kept(string Act, string? Text, string Error, int? Since = null, string? Day = null, string? Hour = null);
