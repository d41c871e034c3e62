using Knowledge.Search;

namespace Knowledge.Stores.Embedded;

/// <param name="Number">Its place in the document, counted from 0.</param>
/// <param name="Score">Higher is nearer.</param>
internal readonly record struct NearPassage(IndexedDocument Document, int Number, double Score);
