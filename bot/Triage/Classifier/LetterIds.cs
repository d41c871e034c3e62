using System.Runtime.CompilerServices;

namespace Bot.Triage.Classifier;

/// <summary>
/// <see cref="LetterFold"/> in numbers: reads a text as small numbers of the characters a model knows, which are also the rows of
/// their weights.
/// </summary>
internal sealed class LetterIds
{
    /// <summary>The row of nothing.</summary>
    public const ushort None = 0;

    private const ushort Gap = 1;
    private const ushort FirstLetter = 2;
    private const ushort LastLetter = FirstLetter + ('z' - 'a');
    private const ushort Space = LastLetter + 1;
    private const ushort Unknown = Space + 1;
    private const ushort First = Unknown + 1;

    private readonly ushort[] _table = new ushort[char.MaxValue + 1];

    /// <param name="known">Other than space and Latin letters.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public LetterIds(ReadOnlySpan<char> known, bool punctuation)
    {
        Count = First + known.Length;
        ushort[] ids = new ushort[_table.Length];
        foreach (ref ushort id in ids.AsSpan()) { id = Unknown; }
        (ids['\0'], ids[' ']) = (None, Gap);
        for (int i = 0; i <= 'z' - 'a'; i++) { ids['a' + i] = (ushort)(FirstLetter + i); }
        for (int i = 0; i < known.Length; i++) { ids[known[i]] = (ushort)(First + i); }
        ReadOnlySpan<char> folded = LetterFold.Table(punctuation);
        for (int c = 0; c < folded.Length; c++) { _table[c] = ids[folded[c]]; }
    }

    public int Count { get; }

    /// <summary>Whether a folded character has a number in every model.</summary>
    public static bool Always(char folded) => folded is ' ' or >= 'a' and <= 'z';

    /// <summary>Of a folded character.</summary>
    public ushort Of(char folded) => folded == ' ' ? Space : _table[folded];

    /// <returns>How many; never more than the text's characters.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(ReadOnlySpan<char> text, Span<ushort> ids)
    {
        ReadOnlySpan<ushort> table = _table;
        int length = 0;
        bool parted = false;
        foreach (char c in text)
        {
            ushort id = table[c];
            if (id is >= Gap and <= LastLetter)
            {
                if (id == Gap) { parted = true; continue; }
                if (parted && length > 0 && ids[length - 1] is >= FirstLetter and <= LastLetter) { ids[length++] = Space; }
            }
            ids[length] = id;
            length += id != None ? 1 : 0;
            parted &= id == None;
        }
        return length;
    }
}
