using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Grids;
using Bot.Triage;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>A labelled log and its incidents: each an opener with all that is attached to it.</summary>
internal sealed class GoldLog
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private GoldLog(string path)
    {
        Path = path;
        Rows = [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<GoldRow>(line, Json)!)];
        HashSet<string> openers = [.. Rows.Where(row => row.ShouldTicket && row.AttachTo is null).Select(row => row.Id)];
        IncidentOf = Rows.Where(row => openers.Contains(row.Id) || (row.AttachTo is { } to && openers.Contains(to)))
            .ToDictionary(row => row.Id, row => openers.Contains(row.Id) ? row.Id : row.AttachTo!);
        Incidents = [.. Rows.Where(row => IncidentOf.ContainsKey(row.Id)).GroupBy(row => IncidentOf[row.Id])
            .Select(rows => new GoldIncident(rows.Key, [.. rows]))];
    }

    /// <summary>Names of the project's own logs.</summary>
    public static IEnumerable<string> Own => ["north", "jiangnan", "southwest", "hunan", "northwest"];

    public string Path { get; }

    public string DirectoryPath => System.IO.Path.ChangeExtension(Path, ".directory.json");

    public IReadOnlyList<GoldRow> Rows { get; }

    public IReadOnlyDictionary<string, string> IncidentOf { get; }

    public IReadOnlyList<GoldIncident> Incidents { get; }

    public IReadOnlyList<ChatMessage> Messages => [.. Rows.Select(row => row.ToMessage())];

    public CommunityDirectory Directory =>
        DirectoryFile.Read(File.ReadAllText(DirectoryPath), out string? error) ?? throw new InvalidDataException(error);

    /// <param name="name">One of <see cref="Own"/>, or "sample", which lies beside the working copy.</param>
    public static GoldLog Load(string name) => new(name == "sample"
        ? SharedMaterial.Require("examples", "sample.jsonl")
        : Repository.File("tests", "Triage", "Logs", name + ".jsonl"));

    /// <summary>Writes the messages without their labels.</summary>
    public void WriteMessages(string path) => File.WriteAllLines(path, Rows.Select(row => JsonSerializer.Serialize(
        new { row.Id, row.Group, row.Time, row.Sender, row.Text, row.Role, row.ReplyTo }, Json)));
}

/// <param name="Opener">Id of the message that should open the ticket.</param>
internal sealed record GoldIncident(string Opener, IReadOnlyList<GoldRow> Rows)
{
    public bool OpenOptional => Rows.First(row => row.Id == Opener).OpenOptional;
}
