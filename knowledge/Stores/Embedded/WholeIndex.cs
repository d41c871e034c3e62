using Knowledge.Answering;
using Knowledge.Search;

namespace Knowledge.Stores.Embedded;

/// <summary>All passages at hand with their vectors, as a question searches them.</summary>
internal sealed class WholeIndex(KnowledgeIndex index, VectorTable vectors)
{
    public KnowledgeIndex Index => index;

    public VectorTable Vectors => vectors;

    public IndexView View => index.View;

    public Func<IndexedDocument, bool> Holds(StoreFilter filter) => document =>
        (filter.Without.Count == 0 || !filter.Without.Contains(document.Document.Name))
        && (filter.Any || Validity.Of(index, document.Stored, filter.Day, filter.Grids) == DocumentStanding.Holds);

    public List<NearPassage> Nearest(IndexView view, StoreQuery query, Func<IndexedDocument, bool> holds) => query.Vector.IsEmpty ? []
        : vectors.Nearest(index.Current.Where(document => view.Shows(document) && holds(document)), query.Vector.Span, query.Limit);

    /// <summary>A copy with these documents in it, in the place of those with their names.</summary>
    public WholeIndex With(Drafts drafts)
    {
        VectorTable copy = vectors.Copy();
        drafts.PutVectors(copy);
        return new WholeIndex(index.With(drafts.Documents), copy);
    }
}
