using Knowledge.Answering;
using Knowledge.Search;
using Knowledge.Storage;
using Knowledge.Stores;
using Knowledge.Terms;

namespace Knowledge;

/// <summary>
/// Documents that answer questions: their text durable in a folder, the index over them in this process. Safe for use from
/// many threads; questions do not wait for changes. One process at a time may change a folder.
/// </summary>
public sealed class KnowledgeBase : IDisposable
{
    private const int ReportEvery = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _changing = new();
    private readonly KnowledgeStore _store;
    private readonly KnowledgeIndex _index;
    private double _threshold;
    private volatile SynonymTable _synonyms;

    private KnowledgeBase(KnowledgeStore store, FieldWeights? fields, IProgress<StoreProgress>? progress)
    {
        _store = store;
        _index = new KnowledgeIndex(fields);
        _synonyms = new SynonymTable(store.Synonyms);
        _threshold = store.Threshold ?? ConfidenceModel.Default.Threshold;
        Fill(store.Load(), progress);
    }

    /// <summary>All documents, disabled and expired ones too, ordered by name.</summary>
    public IReadOnlyList<StoredDocument> Documents => _index.All;

    /// <summary>The confidence, 0…1, from which on a question is answered; kept in the store.</summary>
    public double Threshold
    {
        get => Volatile.Read(ref _threshold);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1);
            _store.Threshold = value;
            Volatile.Write(ref _threshold, value);
        }
    }

    /// <summary>
    /// Groups of words that mean the same here, beside those that come with the library. Kept in the store and replaced as a
    /// whole; the next question is read with them, and no document needs to be put again.
    /// </summary>
    /// <exception cref="ArgumentException">A group of fewer than two words, a word of fewer than 2 or more than 20 characters, or more than 2,000 groups.</exception>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms
    {
        get => _synonyms.Groups;
        set
        {
            SynonymTable synonyms = new(value);
            _store.Synonyms = synonyms.Groups;
            _synonyms = synonyms;
        }
    }

    /// <summary>How many groups of synonyms may be added.</summary>
    public const int MostSynonyms = SynonymTable.MostGroups;

    /// <summary>Of one synonym, in characters.</summary>
    public const int LongestSynonym = SynonymTable.LongestWord;

    /// <summary>Groups that come with the library, for showing; a group holds words of residents and of documents.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> SuppliedSynonyms => WordList.Groups;

    /// <summary>Whether there is a store in that folder.</summary>
    public static bool Exists(string folder) => KnowledgeStore.Exists(folder);

    /// <summary>Opens the store in that folder, or makes one there, and builds the index over it.</summary>
    /// <param name="fields">What the fields of a document count for in the search; null for the weights that were measured to be best.</param>
    /// <exception cref="InvalidDataException">There is no store of this program in the folder's file, or one of a newer version.</exception>
    /// <param name="progress">Told while the index is built.</param>
    public static KnowledgeBase Open(string folder, FieldWeights? fields = null, IProgress<StoreProgress>? progress = null) =>
        new(KnowledgeStore.Open(folder), fields, progress);

    /// <summary>The document of that name, or null.</summary>
    public StoredDocument? Find(string name) => _index.Find(name)?.Stored;

    /// <summary>Adds the document or puts it in the place of the one with its name, which stays disabled if it was. Durable and findable when it returns.</summary>
    /// <param name="fingerprint">See <see cref="StoredDocument.Fingerprint"/>.</param>
    public void Put(Document document, string? fingerprint = null) =>
        Put([new StoredDocument(document, Find(document.Name)?.Enabled ?? true, fingerprint)]);

    /// <summary>The same for several at once, at the price of one: all are kept or none.</summary>
    /// <param name="progress">Told while they are indexed.</param>
    public void Put(IReadOnlyCollection<StoredDocument> documents, IProgress<StoreProgress>? progress = null)
    {
        lock (_changing)
        {
            _store.Put(documents);
            Fill(documents, progress);
        }
    }

    /// <summary>False when there is none of that name.</summary>
    public bool Remove(string name)
    {
        lock (_changing)
        {
            if (Find(name) is null) { return false; }
            _store.Remove(name);
            _index.Remove(name);
            return true;
        }
    }

    /// <summary>Switches a document on or off; false when there is none of that name.</summary>
    public bool SetEnabled(string name, bool enabled)
    {
        lock (_changing)
        {
            if (Find(name) is not { } stored) { return false; }
            Put([stored with { Enabled = enabled }]);
            return true;
        }
    }

    /// <summary>Never throws for what the question holds.</summary>
    /// <param name="day">The day for which the answer is to hold: documents expired, not yet in force, replaced or disabled then are left out.</param>
    /// <param name="grids">Grids and compounds of the asker: documents for others are left out. Null where nobody in particular asks.</param>
    public Answer Ask(string question, DateOnly day, IReadOnlyCollection<string>? grids = null)
    {
        IndexView view = _index.View;
        return Answerer.Answer(view, Question.Read(question, day, _synonyms), question, document => Validity.Of(_index, document.Stored, day, grids) == DocumentStanding.Holds, Threshold);
    }

    /// <summary>Finds the threshold that suits these questions best, and keeps it.</summary>
    /// <exception cref="ArgumentException">All are answerable, or none is.</exception>
    public Calibration Calibrate(IReadOnlyCollection<LabelledQuestion> questions, DateOnly day)
    {
        Calibration found = Calibration.Of([.. questions.AsParallel().Select(row => (Ask(row.Question, day).Confidence, row.Answerable))]);
        Threshold = found.Threshold;
        return found;
    }

    /// <summary>
    /// Makes sure that what was replaced or removed is in no file of the folder any more. Every change tries so by itself, without waiting for
    /// whoever reads the folder meanwhile.
    /// </summary>
    /// <returns>False when somebody was reading all the while, so that it still is.</returns>
    public bool Flush() => _store.Flush(Patience);

    public void Dispose() => _store.Dispose();

    private void Fill(IReadOnlyCollection<StoredDocument> documents, IProgress<StoreProgress>? progress)
    {
        int done = 0;
        foreach (StoredDocument stored in documents)
        {
            _index.Put(stored);
            if (++done % ReportEvery == 0 || done == documents.Count) { progress?.Report(new StoreProgress(done, documents.Count)); }
        }
    }

    internal KnowledgeIndex Index => _index;

    internal Question Read(string question, DateOnly day) => Question.Read(question, day, _synonyms);
}
