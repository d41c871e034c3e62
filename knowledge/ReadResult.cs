namespace Knowledge;

/// <summary>What became of reading one document: the document, or what is wrong with it.</summary>
/// <param name="Document">Null when it cannot be used.</param>
/// <param name="Problem">For the person who wrote it, with the line where known; null when there is none.</param>
/// <param name="Line">The line at fault, where known.</param>
/// <param name="Key">The key of the header at fault, where known.</param>
public sealed record ReadResult(Document? Document, string? Problem = null, int? Line = null, string? Key = null);
