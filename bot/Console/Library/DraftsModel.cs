using Bot.Answers.Library;
using Knowledge;

namespace Bot.Console.Library;

/// <param name="Replaces">Title of the document that goes when this one is published; null when it is new.</param>
public sealed record DraftRow(ShelfDocument Document, IReadOnlyList<Chunk> Passages, string? Replaces);

/// <param name="Brought">What became of the files just brought.</param>
/// <param name="Total">How many there are; the page shows the latest.</param>
public sealed record DraftsModel(IReadOnlyList<DraftRow> Drafts, int Total, IReadOnlyList<UploadResult> Brought, DateOnly Today);
