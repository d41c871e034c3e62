namespace Knowledge.Terms;

/// <summary>
/// Walks the terms of folded text: every two neighbouring Chinese characters, and every word and number of other letters.
/// A number keeps its decimals ("3.5").
/// </summary>
internal ref struct TermReader(ReadOnlySpan<char> folded)
{
    private readonly ReadOnlySpan<char> _text = folded;
    private int _next;
    private bool _single;

    /// <summary>Where <see cref="Current"/> begins.</summary>
    public int Start { get; private set; }

    private int _end;

    public readonly ReadOnlySpan<char> Current => _text[Start.._end];

    public readonly TermReader GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_single)
        {
            // the character alone went out before; now with its neighbour
            _single = false;
            if (_next < _text.Length && KindOf(_text[_next]) == CharacterKind.Han)
            {
                _end = _next + 1;
                return true;
            }
        }
        while (_next < _text.Length)
        {
            Start = _next;
            CharacterKind kind = KindOf(_text[_next++]);
            if (kind is CharacterKind.Letter or CharacterKind.Digit)
            {
                ReadRun(kind);
                _end = _next;
                return true;
            }
            if (kind == CharacterKind.Han)
            {
                _single = true;
                _end = _next;
                return true;
            }
        }
        return false;
    }

    internal static CharacterKind KindOf(char character) => character switch
    {
        >= '0' and <= '9' => CharacterKind.Digit,
        >= 'a' and <= 'z' => CharacterKind.Letter,
        < '\u0080' => CharacterKind.Other,
        '〇' or (>= '\uD840' and <= '\uD87E') or (>= '\uDC00' and <= '\uDFFF') => CharacterKind.Han,
        _ => !char.IsLetter(character) ? CharacterKind.Other : character >= '\u2E80' ? CharacterKind.Han : CharacterKind.Letter,
    };

    private void ReadRun(CharacterKind kind)
    {
        while (_next < _text.Length
            && (KindOf(_text[_next]) == kind || (kind == CharacterKind.Digit && IsDecimalPoint(_next))))
        {
            _next++;
        }
    }

    private readonly bool IsDecimalPoint(int at) =>
        _text[at] == '.' && at + 1 < _text.Length && KindOf(_text[at + 1]) == CharacterKind.Digit;
}
