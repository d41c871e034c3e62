namespace Bot.Triage.Classifier;

/// <summary>Room for what is worked out about one text, kept by each thread from text to text.</summary>
internal sealed class LetterScratch
{
    [ThreadStatic]
    private static LetterScratch? _own;

    public ushort[] Ids { get; private set; } = [];

    /// <summary>Of each character the pair it begins.</summary>
    public int[] Pairs { get; private set; } = [];

    /// <summary>Keys of runs of three that may be known.</summary>
    public uint[] Triples { get; private set; } = [];

    /// <summary>Of all known features, once for each time they occur.</summary>
    public uint[] Rows { get; private set; } = [];

    /// <summary>One counter for each row, all 0 between texts.</summary>
    public byte[] Tally { get; private set; } = [];

    public static LetterScratch For(int characters, int rows)
    {
        LetterScratch own = _own ??= new LetterScratch();
        if (own.Tally.Length < rows) { own.Tally = new byte[rows]; }
        if (own.Ids.Length <= characters) { own.Grow(Math.Max(1000, characters * 2)); }
        return own;
    }

    private void Grow(int characters)
    {
        // Loops without a branch write one place further than they count
        Ids = new ushort[characters + 1];
        Pairs = new int[characters + 1];
        Triples = new uint[characters + 1];
        Rows = new uint[LetterFeatures.Most(characters) + 1];
    }
}
