using Knowledge.Answering;
using Knowledge.Search;

namespace Knowledge;

/// <summary>
/// What documents would say that do not answer yet: an index in memory alone, beside the one that answers. It reads questions
/// with the same words of one meaning, ranks with the same figures and answers from the same confidence on.
/// </summary>
/// <param name="settings">Lends the words and the threshold; its documents are not touched.</param>
public sealed class ScratchIndex(KnowledgeBase settings)
{
    private readonly KnowledgeIndex _index = new();

    /// <summary>Adds the document or puts it in the place of the one with its name.</summary>
    public void Put(StoredDocument document) => _index.Put(document);

    /// <inheritdoc cref="KnowledgeBase.Ask"/>
    public Answer Ask(string question, DateOnly day, IReadOnlyCollection<string>? grids = null) => Answerer.Answer(
        _index.View, settings.Read(question, day), question,
        document => Validity.Of(_index, document.Stored, day, grids) == DocumentStanding.Holds, settings.Threshold);
}
