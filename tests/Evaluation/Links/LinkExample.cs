namespace Tests.Evaluation.Links;

/// <summary>A message and the known matters it could belong to.</summary>
/// <param name="Speaker">Column of the model: report, talk or staff.</param>
/// <param name="Signals">Of each known matter.</param>
/// <param name="Right">The matter it belongs to; -1 for none.</param>
/// <param name="Log">Where it was said; logs are kept together when some are held out.</param>
internal sealed record LinkExample(int Speaker, IReadOnlyList<float[]> Signals, int Right, string Log);
