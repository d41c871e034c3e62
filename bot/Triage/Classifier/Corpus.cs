using Bot.Messaging;
using Bot.Tickets;

namespace Bot.Triage.Classifier;

/// <summary>Reads the labelled messages the engine is trained on: a folder of TSV files, one per region, and of labelled conversations.</summary>
public static class Corpus
{
    public const string Header = "kind\tintent\tcategory\ttopic\turgency\tlocation\trole\tsender\ttext";

    /// <summary>The corpus that comes with the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "Triage", "Corpus");

    public static IReadOnlyList<CorpusRow> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"{folder}: no such corpus folder");
        }
        CorpusRow[] rows = [.. Files(folder, "*.tsv").SelectMany(ReadFile), .. Files(Path.Combine(folder, "Logs"), "*.jsonl").SelectMany(CorpusLog.ReadFile)];
        return rows.Length > 0 ? rows : throw new InvalidDataException($"{folder}: no *.tsv file with labelled messages");
    }

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal) : [];

    public static IEnumerable<CorpusRow> ReadFile(string file)
    {
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (number == 1 && line != Header)
            {
                throw new CorpusException(file, number, $"the first line must be the header {Header.Replace('\t', ' ')}");
            }
            if (number > 1 && line.Length > 0)
            {
                yield return Parse(file, number, line);
            }
        }
    }

    private static CorpusRow Parse(string file, int number, string line)
    {
        string[] fields = line.Split('\t');
        if (fields.Length != 9)
        {
            throw new CorpusException(file, number, $"{fields.Length} columns instead of 9");
        }
        CorpusException Unknown(string column, string value) => new(file, number, $"unknown {column} '{value}'");
        string? Value(int column) => fields[column] == "-" ? null : fields[column];
        Category? category = Value(2) is not { } board ? null
            : LabelNames.TryParse(board, out Category known) ? known : throw Unknown("category", board);
        Urgency? urgency = Value(4) is not { } haste ? null
            : LabelNames.TryParse(haste, out Urgency level) ? level : throw Unknown("urgency", haste);
        string? topic = Value(3) is not { } word || Topics.All.Contains(word) ? Value(3) : throw Unknown("topic", word);
        return new CorpusRow(
            TryName(fields[0], out Kind kind) ? kind : throw Unknown("kind", fields[0]),
            Value(1) is not { } name ? Intent.None : TryName(name, out Intent intent) ? intent : throw Unknown("intent", name),
            category, topic, urgency, Value(5),
            TryName(fields[6], out SenderRole role) ? role : throw Unknown("role", fields[6]),
            fields[7],
            fields[8].Replace("\\n", "\n", StringComparison.Ordinal));
    }

    /// <summary>not_fixed → NotFixed; numbers, which <see cref="Enum.TryParse{T}(string, out T)"/> would take, are refused.</summary>
    private static bool TryName<T>(string name, out T value) where T : struct, Enum
    {
        bool known = Enum.TryParse(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out value);
        return known && name.Length > 0 && char.IsAsciiLetterLower(name[0]);
    }
}
