namespace Bot.Console.Frame;

/// <summary>An emergency nobody has acknowledged, as the banner shows it.</summary>
public sealed record OpenAlert(int Ticket, string Matter, string? Location, string Group, DateTimeOffset RaisedAt, int Rounds);
