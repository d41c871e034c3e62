namespace Bot.Console.Figures.Charts;

/// <param name="Dash">As of stroke-dasharray; null for a whole line. Lines are told apart by it, not by colour alone.</param>
public sealed record ChartLine(string Label, IReadOnlyList<int> Values, string Tone, string? Dash = null);
