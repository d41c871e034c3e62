using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Knowledge.Terms;

/// <summary>
/// The words of residents' speech: which of them mean the same as words of documents, and which carry nothing. Read from the
/// files in <c>Words</c>, which are part of the library.
/// </summary>
internal static class WordList
{
    // no document holds it
    private const char Mark = '\u0001';

    private static readonly FrozenDictionary<string, Word> All = Load();

    /// <summary>Tells one state of the lists from another.</summary>
    public static string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', All.Values.Select(word => $"{word.Text} {word.Term}").Order(StringComparer.Ordinal)))));

    /// <summary>The term of 多少钱 and its group.</summary>
    public static readonly string Price = All["多少钱"].Term!;

    private static readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        All.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The length of the longest word by its first character.</summary>
    private static readonly FrozenDictionary<char, int> Longest =
        All.Keys.GroupBy(word => word[0]).ToFrozenDictionary(group => group.Key, group => group.Max(word => word.Length));

    /// <summary>Words of one meaning together, for showing.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups { get; } =
        [.. Lines("same.txt").Select(line => (IReadOnlyList<string>)(line[0] == "!" ? line[1..] : line))];

    /// <summary>The longest word that begins there, or null.</summary>
    public static Word? At(ReadOnlySpan<char> folded, int start)
    {
        if (!Longest.TryGetValue(folded[start], out int length)) { return null; }
        for (length = Math.Min(length, folded.Length - start); length > 0; length--)
        {
            if (Lookup.TryGetValue(folded.Slice(start, length), out Word? word)) { return word; }
        }
        return null;
    }

    private static FrozenDictionary<string, Word> Load()
    {
        Dictionary<string, Word> words = new(StringComparer.Ordinal);
        foreach (string filler in Lines("fillers.txt").SelectMany(line => line)) { words[filler] = new Word(filler, null); }
        foreach (string[] line in Lines("things.txt"))
        {
            foreach (string thing in line) { Add(words, thing.Split('='), isThing: true); }
        }
        foreach (string[] line in Lines("same.txt"))
        {
            Add(words, line[0] == "!" ? line[1..] : line, isThing: line[0] == "!");
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, Word> words, string[] group, bool isThing)
    {
        foreach (string word in group) { words[word] = new Word(word, Mark + group[0], isThing); }
    }

    private static List<string[]> Lines(string file)
    {
        using Stream stream = typeof(WordList).Assembly.GetManifestResourceStream($"Knowledge.Terms.Words.{file}")
            ?? throw new InvalidOperationException($"The resource {file} is missing.");
        using StreamReader reader = new(stream);
        List<string[]> lines = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') { lines.Add(Folding.Fold(line).Split(' ', StringSplitOptions.RemoveEmptyEntries)); }
        }
        return lines;
    }
}
