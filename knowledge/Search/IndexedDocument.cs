namespace Knowledge.Search;

/// <summary>A document in the index, with its passages.</summary>
/// <param name="FirstPassage">The slot of the first passage; the others follow.</param>
internal sealed record IndexedDocument(StoredDocument Stored, IReadOnlyList<Chunk> Passages, int Slot, int FirstPassage)
{
    private int _diedIn = int.MaxValue;

    public Document Document => Stored.Document;

    /// <summary>Whether it was not yet removed at that version of the index.</summary>
    public bool LivesIn(int version) => version < Volatile.Read(ref _diedIn);

    public void DieIn(int version) => Volatile.Write(ref _diedIn, version);
}
