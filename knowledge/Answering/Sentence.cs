namespace Knowledge.Answering;

/// <summary>A piece of a passage that can be quoted by itself.</summary>
/// <param name="Block">The paragraph, item or row it stands in, with white space collapsed.</param>
/// <param name="IsWhole">False for a part of a longer sentence.</param>
/// <param name="Order">Its place in the passage.</param>
internal readonly record struct Sentence(string Block, int Start, int Length, bool IsWhole, int Order)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> Letters => Block.AsSpan(Start, Length);

    public string Text => Block.Substring(Start, Length);
}
