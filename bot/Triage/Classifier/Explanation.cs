namespace Bot.Triage.Classifier;

/// <summary>What a message's kind rests on: how sure, against which other kind, and the words that pulled most.</summary>
/// <param name="Rival">The likeliest kind beside it.</param>
/// <param name="Pulls">Strongest first.</param>
public sealed record Explanation(Kind Kind, float Confidence, Kind Rival, float RivalConfidence, IReadOnlyList<Pull> Pulls);

/// <summary>A piece of the message and how much it pulled.</summary>
/// <param name="Fragment">As written; null for who said it.</param>
/// <param name="Weight">In log odds of the kind: positive towards the kind, negative away from it.</param>
public sealed record Pull(string? Fragment, float Weight);
