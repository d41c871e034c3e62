namespace Bot.Grids;

/// <summary>Who looks after a place; null where nobody is named.</summary>
public sealed record Charge(Grid? Grid, MicroGrid? MicroGrid);
