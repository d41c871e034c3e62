using Bot.Ai;

namespace Bot.Triage.SecondOpinion;

/// <summary>What a model is asked about one doubtful matter.</summary>
/// <param name="Request">The rendered prompt, masked.</param>
/// <param name="Prompt">Name and version of the prompt.</param>
/// <param name="Tickets">Numbers of the tickets it is shown, in that order.</param>
public sealed record OpinionCase(ModelRequest Request, string Prompt, IReadOnlyList<int> Tickets);
