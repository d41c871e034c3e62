namespace Knowledge;

/// <summary>One feature of a search that the confidence is estimated from.</summary>
/// <param name="Value">Mostly 0…1.</param>
public sealed record Signal(string Name, double Value);
