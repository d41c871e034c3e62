namespace Bot.Console.More;

public sealed record MoreModel(string Person, bool IsAdmin, bool Playground, int Drafts, string Version);
