namespace Knowledge.Terms;

/// <summary>Walks the words of the lists and the numbers written in Chinese in folded text; they do not overlap.</summary>
internal ref struct WordReader(ReadOnlySpan<char> folded)
{
    private readonly ReadOnlySpan<char> _text = folded;
    private int _next;

    public int Start { get; private set; }

    public readonly int End => _next;

    /// <summary>Null for a word that carries no matter.</summary>
    public string? Term { get; private set; }

    public bool IsThing { get; private set; }

    public bool MoveNext()
    {
        for (; _next < _text.Length; _next++)
        {
            if (WordList.At(_text, _next) is { } word)
            {
                (Start, Term, IsThing) = (_next, word.Term, word.IsThing);
                _next += word.Text.Length;
                return true;
            }
            if (IsPrice(_next))
            {
                (Start, Term, IsThing) = (_next, WordList.Price, false);
                _next++;
                return true;
            }
            if (Numerals.Read(_text, _next, out int value) is var length and > 0)
            {
                // a lone "一" is in half of all sentences, and seldom counts anything
                IsThing = false;
                (Start, Term) = (_next, length > 1 || value > 1 ? value.ToString() : null);
                _next += length;
                if (Term is not null) { return true; }
                _next--;
            }
        }
        return false;
    }

    // "20元" says how much, whether or not it stands beside a word such as 收费
    private readonly bool IsPrice(int at) => _text[at] == '元' && at > 0 && char.IsAsciiDigit(_text[at - 1]);
}
