using Bot.Console.Parts;

namespace Bot.Console.ByHand;

/// <param name="Groups">The groups of the person who writes.</param>
/// <param name="Alike">Open tickets that look like the same matter, once what and where are known.</param>
public sealed record HandModel(HandForm Form, IReadOnlyList<string> Groups, IReadOnlyList<LookAlike> Alike, string? Error = null);
