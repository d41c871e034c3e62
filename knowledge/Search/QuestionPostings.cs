using Knowledge.Stores;
using Knowledge.Terms;

namespace Knowledge.Search;

/// <summary>
/// The lists of a question's terms. The list of a group of synonyms is put together here from those of its words, so that a
/// new group needs no document to be read again.
/// </summary>
internal sealed class QuestionPostings
{
    private static readonly Dictionary<string, TermCount> NoCounts = [];

    private readonly Dictionary<string, TermEntry> _entries = new(StringComparer.Ordinal);

    public QuestionPostings(IndexView view, Question question)
    {
        foreach (QuestionTerm term in question.Terms)
        {
            if (view.Core.Find(term.Text) is { } entry) { _entries[term.Text] = entry; }
        }
        foreach (SynonymGroup group in question.Groups) { _entries[group.Term] = EntryOf(view, group); }
        foreach ((string term, TermCount count) in view.Terms ?? NoCounts)
        {
            if (!_entries.TryGetValue(term, out TermEntry? entry)) { _entries[term] = entry = new TermEntry(); }
            entry.Documents.CountAs(count.Documents);
            entry.Passages.CountAs(count.Passages);
        }
    }

    public TermEntry? Find(string term) => _entries.GetValueOrDefault(term);

    private static TermEntry EntryOf(IndexView view, SynonymGroup group)
    {
        TermEntry joined = new();
        List<TermEntry[]> words = [.. group.Words.Select(word => Entries(view, word)).OfType<TermEntry[]>()];
        ReadOnlySpan<IndexedDocument> all = view.Core.All;
        foreach (int slot in Slots(words, entry => entry.Documents))
        {
            if (slot < view.Documents && view.Shows(all[slot])) { joined.Documents.Add(slot, 1); }
        }
        foreach (int slot in Slots(words, entry => entry.Passages))
        {
            if (slot < view.Passages && view.Shows(all[view.Core.Passages.Owners[slot]])) { joined.Passages.Add(slot, 1); }
        }
        return joined;
    }

    /// <summary>Of every pair of the word, rarest first; null where one of them stands nowhere.</summary>
    private static TermEntry[]? Entries(IndexView view, string word)
    {
        List<TermEntry> entries = [];
        foreach (ReadOnlySpan<char> term in new TermReader(word))
        {
            if (term is [>= '\u2E80'] && word.Length > 1) { continue; }
            if (view.Core.Find(term) is not { } entry) { return null; }
            entries.Add(entry);
        }
        return entries.Count == 0 ? null : [.. entries.OrderBy(entry => entry.Passages.Live)];
    }

    private static SortedSet<int> Slots(List<TermEntry[]> words, Func<TermEntry, PostingList> postings)
    {
        SortedSet<int> slots = [];
        foreach (TermEntry[] word in words)
        {
            foreach (int item in postings(word[0]).Items)
            {
                int slot = PostingList.Slot(item);
                if (word.Skip(1).All(entry => postings(entry).Holds(slot))) { slots.Add(slot); }
            }
        }
        return slots;
    }
}
