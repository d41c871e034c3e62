namespace Knowledge;

/// <summary>A passage of a document with the headings it stands under.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Headings">From the outermost to the nearest; empty for text before the first heading.</param>
/// <param name="Text">The passage as it stands in <see cref="Knowledge.Document.Text"/>, so that a quote from it can be found there.</param>
public sealed record Chunk(string Document, IReadOnlyList<string> Headings, string Text)
{
    /// <summary>Similar questions that an admin gave it: other words under which it is to be found. None of them is ever quoted.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>False where an admin switched the passage off: it answers nothing.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>"办理流程 › 所需材料": how a passage is named to people.</summary>
    public string Section => string.Join(" › ", Headings);
}
