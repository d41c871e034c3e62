using System.Text.Json;
using Bot.Messaging;
using Bot.Triage;
using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Triage.Learning;

/// <summary>A third of one file of the corpus and a short regression log, so that a real training takes a second.</summary>
internal static class SmallCorpus
{
    public static readonly IReadOnlyList<(string Text, bool Opens, string Kind)> Lines =
    [
        ("三楼着火了，浓烟往外冒，快打119", true, "emergency"),
        ("2号楼电梯坏了，一直不动", true, "issue"),
        ("5号楼楼道灯不亮", true, "issue"),
        ("早上好，今天天气真好", false, "chat"),
        ("谢谢师傅，辛苦了", false, "thanks"),
    ];

    public static string Folder(string root) => Path.Combine(root, "corpus");

    public static string Log(string root) => Path.Combine(root, "log");

    public static void Write(string root)
    {
        Directory.CreateDirectory(Folder(root));
        string[] lines = File.ReadAllLines(Repository.File("bot", "Triage", "Corpus", "mandarin.tsv"));
        File.WriteAllLines(Path.Combine(Folder(root), "some.tsv"), [lines[0], .. lines.Skip(1).Where((_, i) => i % 3 == 0)]);
        Directory.CreateDirectory(Log(root));
        File.WriteAllLines(Path.Combine(Log(root), "own.jsonl"), Lines.Select((row, i) => JsonSerializer.Serialize(new
        {
            id = $"m{i}",
            thread = $"t{i}",
            group = "一网格群",
            time = new DateTimeOffset(2026, 11, 20, 9, i, 0, TimeSpan.FromHours(8)),
            sender = $"{i + 1}-1-101",
            text = row.Text,
            kind = row.Kind,
            should_ticket = row.Opens,
            should_reply = row.Opens,
        })));
    }

    public static CorpusRow Row(string text, Kind kind) => new(kind, Intent.None, null, null, null, null, SenderRole.Resident, "居民", text);
}
