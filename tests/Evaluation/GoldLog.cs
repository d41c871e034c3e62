using System.Text.Json;
using Bot.Grids;
using Bot.Triage;
using Bot.Triage.Learning.Regression;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>A labelled log of one conversation, with the directory beside it.</summary>
internal sealed class GoldLog
{
    private GoldLog(string path)
    {
        Path = path;
        Conversations = GoldThread.Read(path);
        Thread = new GoldThread([.. Conversations.SelectMany(thread => thread.Rows)]);
    }

    /// <summary>The labelled logs of the corpus, by name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. System.IO.Directory
        .EnumerateFiles(Repository.File("bot", "Triage", "Corpus", "Logs"), "*.jsonl").Select(file => System.IO.Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>Conversations the engine learns nothing from, the threads of a file one after the other.</summary>
    public static GoldLog Threads(string file) => new(Repository.File("bot", "Triage", "Corpus", "Threads", file + ".jsonl"));

    /// <summary>The files of such conversations, by name.</summary>
    public static IReadOnlyList<string> ThreadFiles { get; } = ["north", "south"];

    public string Path { get; }

    /// <summary>What is to be replayed on its own; one where the file is one conversation.</summary>
    public IReadOnlyList<GoldThread> Conversations { get; }

    /// <summary>All of it.</summary>
    public GoldThread Thread { get; }

    public string DirectoryPath => System.IO.Path.ChangeExtension(Path, ".directory.json");

    public IReadOnlyList<GoldRow> Rows => Thread.Rows;

    public IReadOnlyDictionary<string, string> IncidentOf => Thread.IncidentOf;

    public IReadOnlyList<GoldIncident> Incidents => Thread.Incidents;

    public IReadOnlyList<ChatMessage> Messages => [.. Rows.Select(row => row.ToMessage())];

    public CommunityDirectory Directory =>
        DirectoryFile.Read(File.ReadAllText(DirectoryPath), out string? error) ?? throw new InvalidDataException(error);

    /// <param name="name">One of <see cref="Names"/>, or "sample", which lies beside the working copy.</param>
    public static GoldLog Load(string name) => new(name == "sample"
        ? SharedMaterial.Require("examples", "sample.jsonl")
        : Repository.File("bot", "Triage", "Corpus", "Logs", name + ".jsonl"));

    /// <summary>Writes the messages without their labels.</summary>
    public void WriteMessages(string path) => File.WriteAllLines(path, Rows.Select(row => JsonSerializer.Serialize(
        new { row.Id, row.Group, row.Time, row.Sender, row.Text, row.Role, row.ReplyTo }, GoldThread.Json)));
}
