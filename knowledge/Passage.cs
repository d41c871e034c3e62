namespace Knowledge;

/// <summary>A passage and its place in <see cref="Document.Text"/>, white space around it included.</summary>
internal sealed record Passage(Chunk Chunk, int Start, int End);
