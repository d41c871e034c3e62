namespace Bot.Console.Work;

/// <param name="Rows">What came of each row; null before a file was sent.</param>
public sealed record ImportModel(IReadOnlyList<ImportedRow>? Rows = null, string? Error = null);
