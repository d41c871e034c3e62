namespace Bot.Console.Playground;

public sealed record WhyModel(Why Why, bool Large);
