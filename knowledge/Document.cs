namespace Knowledge;

/// <summary>A document as it was read: what its header says of it, and its text.</summary>
/// <param name="Name">The path below the folder of documents, without extension, with '/' between folders.</param>
/// <param name="Body">Markdown without the header.</param>
public sealed record Document(string Name, DocumentHeader Header, string Body)
{
    /// <summary>The body with blanks in the place of comments, as long as the body: what passages and quotes are pieces of.</summary>
    public string Text => Comments.Blank(Body);
}
