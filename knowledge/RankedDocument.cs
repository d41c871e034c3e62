namespace Knowledge;

/// <summary>A document among those found for a question.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Title">How people know it.</param>
/// <param name="Score">Higher is better; comparable within one question only.</param>
public sealed record RankedDocument(string Document, string Title, double Score);
