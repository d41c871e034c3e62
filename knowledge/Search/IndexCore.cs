using System.Collections.Concurrent;
using Knowledge.Terms;

namespace Knowledge.Search;

/// <summary>
/// The lists that one writer appends to and readers read through an <see cref="IndexView"/>. Titles, headings and similar
/// questions count as words of the document and of each passage under them; a passage that is switched off has no words.
/// </summary>
internal sealed class IndexCore
{
    private readonly FieldWeights _fields;
    private readonly ConcurrentDictionary<string, TermEntry> _terms = new(concurrencyLevel: 1, capacity: 1024, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TermEntry>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private IndexedDocument[] _documents = new IndexedDocument[16];

    public IndexCore(FieldWeights fields)
    {
        _fields = fields;
        _lookup = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public UnitTable Documents { get; } = new();

    public UnitTable Passages { get; } = new();

    /// <summary>Every document ever added; as many are set as <see cref="Documents"/> counts.</summary>
    public ReadOnlySpan<IndexedDocument> All => _documents;

    public IEnumerable<KeyValuePair<string, TermEntry>> Terms => _terms;

    public TermEntry? Find(ReadOnlySpan<char> term) => _lookup.TryGetValue(term, out TermEntry? entry) ? entry : null;

    public IndexedDocument Add(StoredDocument stored, IReadOnlyList<Chunk> passages)
    {
        IndexedDocument added = new(stored, passages, Documents.Count, Passages.Count);
        if (added.Slot == _documents.Length)
        {
            Array.Resize(ref _documents, added.Slot * 2);
        }
        _documents[added.Slot] = added;
        Documents.Add(Walk(added, retire: false), added.Slot);
        foreach (Chunk passage in passages)
        {
            Passages.Add(Walk(added.Document, passage, Passages.Count, retire: false), added.Slot);
        }
        return added;
    }

    /// <summary>Takes the document out of the counts; its postings stay until the lists are written anew.</summary>
    public void Retire(IndexedDocument document)
    {
        Walk(document, retire: true);
        Documents.Retire(document.Slot);
        for (int i = 0; i < document.Passages.Count; i++)
        {
            Walk(document.Document, document.Passages[i], document.FirstPassage + i, retire: true);
            Passages.Retire(document.FirstPassage + i);
        }
    }

    private int Walk(IndexedDocument document, bool retire)
    {
        int length = Walk(document.Document.Header.Title, _fields.Title, document.Slot, isPassage: false, retire);
        foreach (string text in TextsOf(document)) { length += Walk(text, 1, document.Slot, isPassage: false, retire); }
        foreach (string question in document.Passages.Where(passage => passage.Enabled).SelectMany(passage => passage.Questions))
        {
            length += Walk(question, _fields.Questions, document.Slot, isPassage: false, retire);
        }
        return length;
    }

    /// <summary>The whole text, or what is left of it where passages are switched off.</summary>
    private static IEnumerable<string> TextsOf(IndexedDocument document) =>
        document.Passages.All(passage => passage.Enabled) ? [document.Document.Text]
        : document.Passages.Where(passage => passage.Enabled).SelectMany(passage => passage.Headings.Append(passage.Text)).Distinct();

    private int Walk(Document document, Chunk passage, int slot, bool retire)
    {
        if (!passage.Enabled) { return 0; }
        int length = Walk(document.Header.Title, _fields.Title, slot, isPassage: true, retire) + Walk(passage.Text, 1, slot, isPassage: true, retire);
        foreach (string heading in passage.Headings)
        {
            // a document often begins with its title as a heading
            length += heading == document.Header.Title ? 0 : Walk(heading, _fields.Heading, slot, isPassage: true, retire);
        }
        foreach (string question in passage.Questions) { length += Walk(question, _fields.Questions, slot, isPassage: true, retire); }
        return length;
    }

    private int Walk(string text, int weight, int slot, bool isPassage, bool retire)
    {
        if (weight == 0) { return 0; }
        string folded = Folding.Fold(text);
        int length = 0;
        foreach (ReadOnlySpan<char> term in new TermReader(folded))
        {
            Touch(term, weight, slot, isPassage, retire);
            // a character alone only comes beside its pairs
            length += term is [>= '\u2E80'] ? 0 : weight;
        }
        WordReader words = new(folded);
        while (words.MoveNext())
        {
            if (words.Term is not null) { Touch(words.Term, weight, slot, isPassage, retire); }
        }
        return length;
    }

    private void Touch(ReadOnlySpan<char> term, int weight, int slot, bool isPassage, bool retire)
    {
        if (!_lookup.TryGetValue(term, out TermEntry? entry))
        {
            _terms[term.ToString()] = entry = new TermEntry();
        }
        PostingList list = isPassage ? entry.Passages : entry.Documents;
        if (retire) { list.Retire(slot); } else { list.Add(slot, weight); }
    }
}
