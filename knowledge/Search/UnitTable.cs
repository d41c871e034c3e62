namespace Knowledge.Search;

/// <summary>How long each unit (document or passage) is, and whose it is. Grows at its end only.</summary>
internal sealed class UnitTable
{
    private int[] _lengths = new int[16];
    private int[] _owners = new int[16];

    /// <summary>Units so far, removed ones too.</summary>
    public int Count { get; private set; }

    public int Live { get; private set; }

    /// <summary>Terms in all units that were not removed.</summary>
    public long LiveLength { get; private set; }

    public ReadOnlySpan<int> Lengths => _lengths;

    /// <summary>The slot of the document that a passage belongs to.</summary>
    public ReadOnlySpan<int> Owners => _owners;

    public void Add(int length, int owner)
    {
        if (Count == _lengths.Length)
        {
            Array.Resize(ref _owners, Count * 2);
            Array.Resize(ref _lengths, Count * 2);
        }
        (_lengths[Count], _owners[Count]) = (length, owner);
        Count++;
        Live++;
        LiveLength += length;
    }

    public void Retire(int slot)
    {
        Live--;
        LiveLength -= _lengths[slot];
    }
}
