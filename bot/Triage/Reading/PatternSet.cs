using System.Reflection;
using System.Text.RegularExpressions;

namespace Bot.Triage.Reading;

/// <summary>
/// Patterns read over the same text: one pass over it tells which of them can match at all, and only those are run, each built
/// when first needed. The result is that of running every one.
/// </summary>
internal sealed class PatternSet
{
    private const int Bits = 64;
    private readonly Func<Regex>[] _patterns;

    /// <summary>Of each pattern the ways to match, of each way the numbers of its needs.</summary>
    private readonly int[][][] _ways;
    private readonly WordSet _words;

    /// <param name="patterns">Methods with a <see cref="GeneratedRegexAttribute"/>; at most 64.</param>
    public PatternSet(params Func<Regex>[] patterns)
    {
        _patterns = patterns;
        List<(string, int)> words = [];
        int needs = 0;
        _ways = [.. patterns.Select(pattern => NeedsOf(pattern).Select(way => way.Select(Number).ToArray()).ToArray())];
        _words = new WordSet(words);

        int Number(string[] need)
        {
            words.AddRange(need.Select(word => (word, needs)));
            return needs++;
        }
    }

    /// <summary>A bit per pattern that may match.</summary>
    public ulong Candidates(ReadOnlySpan<char> text)
    {
        Span<ulong> found = stackalloc ulong[_words.Width];
        found.Clear();
        _words.Find(text, found);
        ulong candidates = 0;
        for (int index = 0; index < _ways.Length; index++)
        {
            candidates |= IsOpen(_ways[index], found) ? 1UL << index : 0;
        }

        return candidates;
    }

    /// <summary>A bit per pattern that matches.</summary>
    public ulong Matches(string text)
    {
        ulong matches = 0;
        for (ulong left = Candidates(text); left != 0; left &= left - 1)
        {
            int index = System.Numerics.BitOperations.TrailingZeroCount(left);
            matches |= _patterns[index]().IsMatch(text) ? 1UL << index : 0;
        }

        return matches;
    }

    public bool IsMatch(int index, ulong candidates, string text) => (candidates & (1UL << index)) != 0 && _patterns[index]().IsMatch(text);

    private static bool IsOpen(int[][] ways, ReadOnlySpan<ulong> found)
    {
        foreach (int[] way in ways)
        {
            bool open = true;
            for (int index = 0; open && index < way.Length; index++)
            {
                open = (found[way[index] / Bits] & (1UL << (way[index] % Bits))) != 0;
            }

            if (open)
            {
                return true;
            }
        }

        return false;
    }

    private static string[][][] NeedsOf(Func<Regex> pattern)
    {
        const RegexOptions plain = RegexOptions.NonBacktracking | RegexOptions.Compiled | RegexOptions.CultureInvariant;
        return pattern.Method.GetCustomAttribute<GeneratedRegexAttribute>() is { } text && (text.Options & ~plain) == 0
            ? PatternNeeds.Of(text.Pattern) : [[]];
    }
}
