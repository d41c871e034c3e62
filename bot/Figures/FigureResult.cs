namespace Bot.Figures;

/// <param name="Refusal">Why it was not done, for the person; null when it was.</param>
public sealed record FigureResult(string? Refusal)
{
    public static FigureResult Done { get; } = new((string?)null);

    public bool IsDone => Refusal is null;
}
