namespace Bot.Console.More;

public sealed record MoreModel(string Person, bool IsAdmin, bool Playground, string Version);
