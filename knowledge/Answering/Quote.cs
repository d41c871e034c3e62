namespace Knowledge.Answering;

/// <summary>The words chosen from a passage.</summary>
/// <param name="Coverage">Share of the question's weight that stands in the quote itself.</param>
/// <param name="WithHeadings">The same with the passage's headings and the document's title.</param>
/// <param name="Fits">Whether the quote holds the sort of answer that is asked for.</param>
internal sealed record Quote(Chunk Passage, Sentence Sentence, double Score, double Coverage, double WithHeadings, bool Fits);
