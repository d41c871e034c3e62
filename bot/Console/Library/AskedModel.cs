using Bot.Answers;

namespace Bot.Console.Library;

/// <param name="Item">The hand-off it became; null when the documents answered it.</param>
public sealed record AskedRow(AskedQuestion Asked, HandOff? Item);

/// <param name="Document">Only questions this document answered; null for all.</param>
/// <param name="Older">Where the next page begins; null on the last.</param>
public sealed record AskedModel(string Filter, string? Document, IReadOnlyList<AskedRow> Rows, int Answered, int Total, long? Older);
