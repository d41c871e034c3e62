using Knowledge.Reading;

namespace Knowledge;

/// <summary>What became of reading one document: the document, or what is wrong with it.</summary>
/// <param name="Document">Null when it cannot be used.</param>
/// <param name="Problem">For the person who wrote it, with the line where known; null when there is none.</param>
/// <param name="Line">The line at fault, where known.</param>
/// <param name="Key">The key of the header at fault, where known.</param>
public sealed record ReadResult(Document? Document, string? Problem = null, int? Line = null, string? Key = null)
{
    /// <summary>The kind of the problem; null when there is none.</summary>
    public ReadFault? Fault { get; init; }

    /// <summary>The sheet and row at fault, or how large it is, where known.</summary>
    public string? Place { get; init; }

    /// <summary>The name under which it was kept when it was written by <see cref="MarkdownWriter"/>; null for any other file. Anybody may write it: it is a wish.</summary>
    public string? Identity { get; init; }

    /// <summary>What the file is by its bytes.</summary>
    public FileKind Kind { get; init; } = FileKind.Text;

    /// <summary>What was left out.</summary>
    public IReadOnlyList<ReadNote> Notes { get; init; } = [];
}
