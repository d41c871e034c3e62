namespace Knowledge.Search;

/// <summary>A term with the documents and the passages that hold it.</summary>
internal sealed class TermEntry
{
    public PostingList Documents { get; } = new();

    public PostingList Passages { get; } = new();
}
