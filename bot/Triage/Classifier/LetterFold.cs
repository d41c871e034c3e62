using System.Runtime.CompilerServices;

namespace Bot.Triage.Classifier;

/// <summary>
/// <see cref="TextFold"/> for texts of any length, without what parts sentences: characters on both sides of a comma are
/// neighbours too. A space stays between Latin words. By table, one look-up per character.
/// </summary>
internal static class LetterFold
{
    private const string Dropped = "。！？!?；;，,、：:“”\"（）()《》.*";
    private static readonly char[] Table = Build();

    /// <returns>The folded length, never greater than the text's.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        char[] table = Table;
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

    private static char[] Build()
    {
        char[] table = new char[char.MaxValue + 1];
        for (int c = 0; c < table.Length; c++)
        {
            char folded = TextFold.Fold((char)c);
            table[c] = Dropped.Contains(folded) ? '\0' : folded;
        }
        return table;
    }
}
