using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Triage.Learning.Regression;

/// <summary>A labelled conversation and its incidents.</summary>
public sealed class GoldThread
{
    public static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public GoldThread(IReadOnlyList<GoldRow> rows)
    {
        Rows = rows;
        HashSet<string> openers = [.. rows.Where(row => row.ShouldTicket && row.AttachTo is null).Select(row => row.Id)];
        IncidentOf = rows.Where(row => openers.Contains(row.Id) || (row.AttachTo is { } to && openers.Contains(to)))
            .ToDictionary(row => row.Id, row => openers.Contains(row.Id) ? row.Id : row.AttachTo!);
        Incidents = [.. rows.Where(row => IncidentOf.ContainsKey(row.Id)).GroupBy(row => IncidentOf[row.Id])
            .Select(of => new GoldIncident(of.Key, [.. of]))];
    }

    public IReadOnlyList<GoldRow> Rows { get; }

    /// <summary>Opener of each message that belongs to an incident.</summary>
    public IReadOnlyDictionary<string, string> IncidentOf { get; }

    public IReadOnlyList<GoldIncident> Incidents { get; }

    /// <summary>The conversations of a file, a JSON object a line; each is to be replayed on its own.</summary>
    public static IReadOnlyList<GoldThread> Read(string path)
    {
        List<GoldRow> rows = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0) { continue; }
            try
            {
                rows.Add(JsonSerializer.Deserialize<GoldRow>(line, Json)!);
            }
            catch (JsonException exception)
            {
                throw new InvalidDataException($"{path}:{number}: not a labelled message: {exception.Message}");
            }
        }
        return [.. rows.GroupBy(row => row.Thread).Select(thread => new GoldThread([.. thread]))];
    }
}
