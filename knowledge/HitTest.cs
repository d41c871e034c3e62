namespace Knowledge;

/// <summary>A question on the very way that residents' questions take, with what was found on it.</summary>
/// <param name="Answer">What the asker would have got.</param>
/// <param name="Hits">The best documents, best first, also those that may not answer on the day.</param>
public sealed record HitTest(Answer Answer, IReadOnlyList<Hit> Hits);

/// <summary>A document that shares words with the question or is near to it by meaning.</summary>
/// <param name="Document">The document's name.</param>
/// <param name="Score">Comparable within one question only.</param>
/// <param name="Standing">Only a document that holds can answer.</param>
/// <param name="Matched">The words of the question, as asked, that the document holds or names by another word of the same meaning.</param>
/// <param name="Passages">The best of its passages, best first.</param>
public sealed record Hit(
    string Document, string Title, double Score, DocumentStanding Standing, IReadOnlyList<string> Matched, IReadOnlyList<HitPassage> Passages)
{
    /// <summary>Its place among the documents nearest by meaning, from 1; null where it is not among them or words alone are searched.</summary>
    public int? Meaning { get; init; }
}

/// <summary>A passage that shares words with the question.</summary>
/// <param name="Number">Its place in the document, counted from 0.</param>
/// <param name="Section">"办理流程 › 所需材料"; empty for text under no heading.</param>
/// <param name="Text">As it stands in the document.</param>
/// <param name="Score">0…1: the share of what the question could reach.</param>
/// <param name="Matched">See <see cref="Hit.Matched"/>.</param>
public sealed record HitPassage(int Number, string Section, string Text, double Score, IReadOnlyList<string> Matched);
