using Bot.Tickets;

namespace Bot.Figures;

/// <summary>Which cases are counted: those of a period, in some groups, of one category, topic or urgency.</summary>
/// <param name="To">The last day, itself included.</param>
/// <param name="Groups">Null for all.</param>
public sealed record Slice(
    DateOnly From, DateOnly To, IReadOnlyList<string>? Groups = null, Category? Category = null, string? Topic = null, Urgency? Urgency = null)
{
    /// <summary>The same for slices of the same cases.</summary>
    internal string Key => $"{From:O} {To:O} {Category} {Urgency} {Topic} {(Groups is { } groups ? string.Join('\n', groups) : "*")}";
}
