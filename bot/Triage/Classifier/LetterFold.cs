using System.Runtime.CompilerServices;

namespace Bot.Triage.Classifier;

/// <summary>
/// <see cref="TextFold"/> for texts of any length, by table, one look-up per character. Spaces stay between Latin words only;
/// without punctuation the characters on both sides of a comma are neighbours too.
/// </summary>
internal static class LetterFold
{
    private const string Dropped = "。！？!?；;，,、：:“”\"（）()《》.*";
    // All others stay as they are; asking for each of them would take as long as reading a thousand texts
    private static readonly (int From, int To)[] Folded = [(0, 0xFF), (0x2000, 0x24FF), (0x3000, 0x30FF), (0xFE00, 0xFFFF)];
    private static char[]? _whole;
    private static char[]? _joined;

    /// <summary>What each character becomes: itself, another, a space where words part, or '\0' for nothing.</summary>
    public static ReadOnlySpan<char> Table(bool punctuation) => punctuation ? _whole ??= Build("") : _joined ??= Build(Dropped);

    /// <returns>The folded length, never greater than the text's.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded, bool punctuation)
    {
        ReadOnlySpan<char> table = Table(punctuation);
        int length = 0;
        bool parted = false;
        foreach (char raw in text)
        {
            char c = table[raw];
            if (c <= ' ')
            {
                parted |= c == ' ';
                continue;
            }
            if (parted && length > 0 && char.IsAsciiLetter(c) && char.IsAsciiLetter(folded[length - 1]))
            {
                folded[length++] = ' ';
            }
            parted = false;
            folded[length++] = c;
        }
        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static char[] Build(string dropped)
    {
        char[] table = new char[char.MaxValue + 1];
        for (int c = 0; c < table.Length; c++)
        {
            table[c] = (char)c;
        }
        foreach ((int from, int to) in Folded)
        {
            for (int c = from; c <= to; c++)
            {
                char folded = TextFold.Fold((char)c);
                table[c] = dropped.Contains(folded) ? '\0' : folded;
            }
        }
        return table;
    }
}
