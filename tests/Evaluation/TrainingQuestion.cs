using Knowledge;
using Knowledge.Answering;
using Knowledge.Search;
using SearchSignals = Knowledge.Answering.Signals;
using Wording = Knowledge.Answering.Manner;

namespace Tests.Evaluation;

/// <summary>A question as it is asked for learning: of the documents, or of what is left without those that answer it.</summary>
/// <param name="Group">Stays together when the examples are dealt into parts.</param>
/// <param name="IsWritten">Written by people as one that the documents do not answer.</param>
/// <param name="IsPast">About a year whose document holds no longer.</param>
internal sealed record TrainingQuestion(string Group, double[] Manner, double[] Signals, bool Answerable, bool IsWritten, bool IsPast)
{
    // the near misses that people thought of are fewer, and the ones that matter
    private const double WeightOfWritten = 3;

    // without its documents a question is easier to refuse than those: it tells less of where the line runs
    private const double WeightOfTakenAway = 0.3;

    public double Weight => IsWritten ? WeightOfWritten : Answerable ? 1 : WeightOfTakenAway;

    /// <summary>Each covered question is asked once more without its documents: then it is a true near miss, worded as people word questions that are answered.</summary>
    public static IReadOnlyList<TrainingQuestion> Of(string set, IEnumerable<OwnQuestion> questions, params string[] folders) =>
        Of(set, questions, folders.SelectMany(SampleKnowledge.Read));

    /// <summary>The same of documents beside which nobody wrote similar questions.</summary>
    public static IReadOnlyList<TrainingQuestion> Unmarked(string set, IEnumerable<OwnQuestion> questions, string folder) => Of(
        set, questions, SampleKnowledge.Read(folder).Select(stored => stored with { Document = stored.Document with { Body = Comments.Blank(stored.Document.Body) } }));

    /// <summary>
    /// The same asked of a shelf that has just been begun: each covered question of the documents that answer it alone, each other one of the document that
    /// a whole library ranks first. There every word of a document is in all documents.
    /// </summary>
    public static IReadOnlyList<TrainingQuestion> Begun(string set, IEnumerable<OwnQuestion> questions, string folder)
    {
        StoredDocument[] documents = [.. SampleKnowledge.Read(folder)];
        KnowledgeIndex all = Index(documents);
        return [.. questions.Where(question => question.IsCovered || question.IsUncovered).AsParallel().AsOrdered().Select(question =>
        {
            string[] names = question.IsCovered ? [.. question.Documents] : [First(all, question.Text) ?? documents[0].Document.Name];
            KnowledgeIndex few = Index(documents.Where(stored => names.Contains(stored.Document.Name)));
            return Ask($"{set} {string.Join(' ', names)}", question.Text, few, [], question.IsCovered, question.IsUncovered);
        })];
    }

    private static string? First(KnowledgeIndex index, string text)
    {
        Question question = Question.Read(text, SampleKnowledge.Day);
        IndexView view = index.View;
        return Searcher.Search(view, question, new QuestionPostings(view, question), _ => true).Documents is [var first, ..] ? first.Document.Stored.Document.Name : null;
    }

    private static KnowledgeIndex Index(IEnumerable<StoredDocument> documents)
    {
        KnowledgeIndex index = new();
        foreach (StoredDocument stored in documents) { index.Put(stored); }
        return index;
    }

    private static IReadOnlyList<TrainingQuestion> Of(string set, IEnumerable<OwnQuestion> questions, IEnumerable<StoredDocument> documents)
    {
        KnowledgeIndex index = new();
        foreach ((StoredDocument stored, int i) in documents.Select((stored, i) => (stored, i)))
        {
            index.Put(index.Find(stored.Document.Name) is null ? stored : stored with { Document = stored.Document with { Name = $"{stored.Document.Name}-{i}" } });
        }
        return [.. questions.Where(question => question.IsCovered || question.IsUncovered).AsParallel().AsOrdered().SelectMany(question => Asked(set, question, index))];
    }

    /// <summary>What the product would make of it with that model.</summary>
    public double Confidence(ConfidenceModel model) => IsPast ? 0 : model.Estimate(Manner, Signals);

    private static IEnumerable<TrainingQuestion> Asked(string set, OwnQuestion question, KnowledgeIndex index)
    {
        string group = question.IsCovered ? $"{set} {string.Join(' ', question.Documents)}" : $"{set} {question.Id}";
        yield return Ask(group, question.Text, index, [], question.IsCovered, question.IsUncovered);
        if (question.IsCovered) { yield return Ask(group, question.Text, index, question.Documents, false, false); }
    }

    private static TrainingQuestion Ask(string group, string text, KnowledgeIndex index, IReadOnlyList<string> without, bool answerable, bool written)
    {
        Question question = Question.Read(text, SampleKnowledge.Day);
        IndexView view = index.View;
        QuestionPostings postings = new(view, question);
        SearchResult result = Searcher.Search(view, question, postings, document => !without.Contains(document.Document.Name)
            && Validity.Of(index, document.Stored, SampleKnowledge.Day, grids: null) == DocumentStanding.Holds);
        SearchSignals? signals = result.Documents.Count == 0 ? null : SearchSignals.Of(question, result, new TermWeights(view, question, postings));
        return new TrainingQuestion(
            group, Wording.Of(question), [.. signals?.Values ?? new double[SearchSignals.Names.Length]], answerable, written, signals?.IsPast == true);
    }
}
