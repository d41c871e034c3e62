using System.Runtime.CompilerServices;

namespace Bot.Triage.Classifier;

/// <summary>What <see cref="LetterGrams"/> knows, as it stands in a model file.</summary>
/// <param name="Characters">Those beside space and Latin letters.</param>
/// <param name="Pairs">Keys of known runs of two, ascending.</param>
/// <param name="Triples">Keys of known runs of three, ascending.</param>
/// <param name="Heads">Of each character and pair the row of its weights at the beginning of a text; 0 for none.</param>
/// <param name="Tails">The same at the end.</param>
internal sealed record LetterGramTables(bool Punctuation, char[] Characters, uint[] Pairs, uint[] Triples, int[] Heads, int[] Tails);

/// <summary>
/// Finds the <see cref="LetterFeatures"/> of a text that a model knows. What is known has known parts, so a run of three is looked
/// up only where both its pairs are known, and the beginning and the end are read off what was found for the whole.
/// </summary>
internal sealed class LetterGrams(LetterGramTables tables)
{
    private readonly LetterIds _ids = new(tables.Characters, tables.Punctuation);
    private readonly Vocabulary _pairs = new(tables.Pairs, []);
    private readonly Vocabulary _triples = new(tables.Triples, []);

    public static uint PairKey(uint first, uint second) => NGrams.Mix((first << 16) | second);

    public static uint TripleKey(uint pair, uint third) => NGrams.Mix((pair << 13) ^ third);

    /// <returns>How many rows were found.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(ReadOnlySpan<char> text, LetterScratch scratch)
    {
        ReadOnlySpan<ushort> ids = scratch.Ids.AsSpan(0, _ids.Read(text, scratch.Ids));
        Span<int> pairs = scratch.Pairs.AsSpan(0, Math.Max(0, ids.Length - 1));
        uint[] rows = scratch.Rows;
        int count = 0;
        foreach (ushort id in ids) { rows[count++] = id; }
        count = FindPairs(ids, pairs, rows, count);
        count = FindTriples(ids, pairs, scratch.Triples, rows, count);
        int head = Math.Min(ids.Length, LetterFeatures.HeadLength);
        count = Linked(ids[..head], pairs[..Math.Max(0, head - 1)], tables.Heads, rows, count);
        int tail = Math.Min(ids.Length, LetterFeatures.TailLength);
        return Linked(ids[^tail..], pairs[^Math.Max(0, tail - 1)..], tables.Tails, rows, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindPairs(ReadOnlySpan<ushort> ids, Span<int> pairs, Span<uint> rows, int count)
    {
        int first = _ids.Count;
        for (int i = 0; i < pairs.Length; i++)
        {
            int pair = _pairs.Find(PairKey(ids[i], ids[i + 1]));
            pairs[i] = pair;
            rows[count] = (uint)(first + pair);
            count += pair >= 0 ? 1 : 0;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindTriples(ReadOnlySpan<ushort> ids, ReadOnlySpan<int> pairs, Span<uint> keys, Span<uint> rows, int count)
    {
        int likely = 0;
        for (int i = 0; i + 1 < pairs.Length; i++)
        {
            keys[likely] = TripleKey((uint)pairs[i], ids[i + 2]);
            likely += (pairs[i] | pairs[i + 1]) >= 0 ? 1 : 0;
        }
        int first = _ids.Count + _pairs.Count;
        foreach (uint key in keys[..likely])
        {
            int triple = _triples.Find(key);
            rows[count] = (uint)(first + triple);
            count += triple >= 0 ? 1 : 0;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Linked(ReadOnlySpan<ushort> ids, ReadOnlySpan<int> pairs, ReadOnlySpan<int> links, Span<uint> rows, int count)
    {
        foreach (ushort id in ids)
        {
            rows[count] = (uint)links[id];
            count += links[id] != 0 ? 1 : 0;
        }
        int first = _ids.Count;
        foreach (int pair in pairs)
        {
            int known = ~(pair >> 31);
            int link = links[first + (pair & known)] & known;
            rows[count] = (uint)link;
            count += link != 0 ? 1 : 0;
        }
        return count;
    }
}
