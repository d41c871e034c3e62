using Bot.Tickets;

namespace Bot.Triage.SecondOpinion;

/// <summary>A model's answer, once it has passed every check.</summary>
/// <param name="Joins">Which of the tickets it was shown, from 0; null for none.</param>
/// <param name="Reason">Its own words, short and plain.</param>
public sealed record Opinion(
    Kind Kind, Category? Category, string? Topic, Urgency? Urgency, bool Opens, int? Joins, double Confidence, string Reason);
