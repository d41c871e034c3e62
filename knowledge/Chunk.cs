namespace Knowledge;

/// <summary>A passage of a document with the headings it stands under.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Headings">From the outermost to the nearest; empty for text before the first heading.</param>
/// <param name="Text">The passage as it stands in the document's body, so that a quote from it can be found there.</param>
public sealed record Chunk(string Document, IReadOnlyList<string> Headings, string Text)
{
    /// <summary>"办理流程 › 所需材料": how a passage is named to people.</summary>
    public string Section => string.Join(" › ", Headings);
}
