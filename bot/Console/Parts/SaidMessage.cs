namespace Bot.Console.Parts;

/// <summary>A message as it was said; <paramref name="Quote"/> is the text it answers.</summary>
/// <param name="Role">Empty for residents, "staff" or "bot" for others.</param>
public sealed record SaidMessage(
    string Sender,
    string Group,
    string Text,
    DateTimeOffset Time,
    IReadOnlyList<string> Images,
    string? Quote = null,
    string Role = "");
