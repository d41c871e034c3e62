using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Evaluation.Kinds;

/// <summary>The rows of the corpus in parts. A log stays whole, and what resembles a row of one part is not learned from while that part is judged.</summary>
internal sealed class CorpusParts
{
    public const int Count = 5;

    /// <summary>Shorter texts are what people say all the time, not copies of each other.</summary>
    private const int FewestShared = 4;

    /// <summary>Of the shorter text.</summary>
    private const double Alike = 0.5;

    private readonly List<CorpusRow> _rows = [];
    private readonly List<int> _parts = [];
    private readonly List<(int One, int Other)> _alike = [];

    public CorpusParts()
    {
        string folder = Repository.File("bot", "Triage", "Corpus");
        foreach (string file in Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            foreach (CorpusRow row in Corpus.ReadFile(file)) { Add(row, _rows.Count % Count); }
        }
        foreach ((int number, string name) in GoldLog.Names.Index())
        {
            foreach (CorpusRow row in CorpusLog.ReadFile(Path.Combine(folder, "Logs", name + ".jsonl"))) { Add(row, number % Count); }
        }
        Compare();
    }

    public IReadOnlyList<CorpusRow> Rows => _rows;

    public IEnumerable<CorpusRow> HeldOut(int part) => _rows.Where((_, row) => _parts[row] == part);

    public IEnumerable<CorpusRow> Learned(int part)
    {
        HashSet<int> near = [.. _alike.Where(pair => _parts[pair.Other] == part).Select(pair => pair.One), .. _alike.Where(pair => _parts[pair.One] == part).Select(pair => pair.Other)];
        return _rows.Where((_, row) => _parts[row] != part && !near.Contains(row));
    }

    private void Add(CorpusRow row, int part)
    {
        _rows.Add(row);
        _parts.Add(part);
    }

    private void Compare()
    {
        Dictionary<string, List<int>> holders = [];
        int[] sizes = new int[_rows.Count];
        for (int row = 0; row < _rows.Count; row++)
        {
            HashSet<string> trigrams = Trigrams(_rows[row].Text);
            sizes[row] = trigrams.Count;
            _alike.AddRange(trigrams.SelectMany(trigram => holders.GetValueOrDefault(trigram) ?? []).CountBy(other => other)
                .Where(other => other.Value >= FewestShared && other.Value >= Alike * Math.Min(sizes[row], sizes[other.Key])).Select(other => (row, other.Key)));
            foreach (string trigram in trigrams)
            {
                if (!holders.TryGetValue(trigram, out List<int>? rows)) { holders[trigram] = rows = []; }
                rows.Add(row);
            }
        }
    }

    private static HashSet<string> Trigrams(string text) => [.. Enumerable.Range(0, Math.Max(0, text.Length - 2)).Select(i => text.Substring(i, 3))];
}
