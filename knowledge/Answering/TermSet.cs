namespace Knowledge.Answering;

/// <summary>Some of a question's terms, by their place among them.</summary>
internal readonly struct TermSet(int terms)
{
    private readonly ulong[] _bits = new ulong[(terms + 63) / 64];

    public bool this[int term]
    {
        get => (_bits[term >> 6] & (1UL << (term & 63))) != 0;
        set
        {
            if (value) { _bits[term >> 6] |= 1UL << (term & 63); }
        }
    }

    public TermSet With(TermSet other)
    {
        TermSet union = new(_bits.Length * 64);
        for (int i = 0; i < _bits.Length; i++) { union._bits[i] = _bits[i] | other._bits[i]; }
        return union;
    }
}
