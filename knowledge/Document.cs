namespace Knowledge;

/// <summary>A document as it was read: what its header says of it, and its text.</summary>
/// <param name="Name">The path below the folder of documents, without extension, with '/' between folders.</param>
/// <param name="Body">Markdown without the header.</param>
public sealed record Document(string Name, DocumentHeader Header, string Body);
