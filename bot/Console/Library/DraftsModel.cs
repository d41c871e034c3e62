using Bot.Answers.Library;
using Knowledge;

namespace Bot.Console.Library;

/// <param name="Replaces">Title of the document that goes when this one is published; null when it is new.</param>
public sealed record DraftRow(ShelfDocument Document, IReadOnlyList<Chunk> Passages, string? Replaces);

/// <param name="Brought">What became of the files just brought.</param>
/// <param name="Drafts">The latest of them.</param>
/// <param name="All">All as they stand now, as "12.0": id and version.</param>
public sealed record DraftsModel(IReadOnlyList<DraftRow> Drafts, IReadOnlyList<string> All, IReadOnlyList<UploadResult> Brought, DateOnly Today);
