using System.Collections.Frozen;

namespace Bot.Triage.Reading;

/// <summary>Words with a number each (or several words with the same): which numbers' words occur in a text, in one pass.</summary>
internal sealed class WordSet
{
    private const int Bits = 64;
    private readonly ulong[] _starts = new ulong[(char.MaxValue + 1) / Bits];
    private readonly FrozenDictionary<char, Start> _byStart;

    public WordSet(IEnumerable<(string Word, int Number)> words)
    {
        (string Word, int Number)[] all = [.. words];
        Width = all.Length == 0 ? 1 : (all.Max(each => each.Number) / Bits) + 1;
        _byStart = all.GroupBy(each => each.Word[0]).ToFrozenDictionary(group => group.Key, Start.Of);
        foreach (char start in _byStart.Keys)
        {
            _starts[start / Bits] |= 1UL << (start % Bits);
        }
    }

    /// <summary>How many elements the bits of <see cref="Find"/> take.</summary>
    public int Width { get; }

    /// <summary>Sets the bit of every number found.</summary>
    public void Find(ReadOnlySpan<char> text, Span<ulong> found)
    {
        for (int index = 0; index < text.Length; index++)
        {
            char start = text[index];
            if ((_starts[start / Bits] & (1UL << (start % Bits))) != 0)
            {
                _byStart[start].Find(text[(index + 1)..], found);
            }
        }
    }

    /// <summary>The words that begin with one character.</summary>
    private sealed record Start((int Index, ulong Bits)[] Alone, ulong Seconds, (string Tail, (int Index, ulong Bits)[] Marks)[] Longer)
    {
        public static Start Of(IEnumerable<(string Word, int Number)> words)
        {
            ILookup<bool, (string Word, int Number)> byLength = words.ToLookup(each => each.Word.Length > 1);
            ulong seconds = byLength[true].Aggregate(0UL, (bits, each) => bits | (1UL << (each.Word[1] % Bits)));
            return new Start(
                Marks(byLength[false]), seconds, [.. byLength[true].GroupBy(each => each.Word[1..]).Select(same => (same.Key, Marks(same)))]);
        }

        public void Find(ReadOnlySpan<char> rest, Span<ulong> found)
        {
            Mark(Alone, found);
            if (rest.Length == 0 || (Seconds & (1UL << (rest[0] % Bits))) == 0)
            {
                return;
            }

            foreach ((string tail, (int, ulong)[] marks) in Longer)
            {
                if (tail[0] == rest[0] && rest.StartsWith(tail))
                {
                    Mark(marks, found);
                }
            }
        }

        private static void Mark((int Index, ulong Bits)[] marks, Span<ulong> found)
        {
            foreach ((int index, ulong bits) in marks)
            {
                found[index] |= bits;
            }
        }

        private static (int Index, ulong Bits)[] Marks(IEnumerable<(string Word, int Number)> words) =>
            [.. words.GroupBy(each => each.Number / Bits)
                .Select(group => (group.Key, group.Aggregate(0UL, (bits, each) => bits | (1UL << (each.Number % Bits)))))];
    }
}
