using System.Globalization;

namespace Bot.Triage.Incidents;

/// <summary>
/// How strongly a message belongs to a known matter: a linear function of <see cref="LinkSignals"/> whose value above 0
/// means that it is likelier than no known matter at all. The weights in <c>links.tsv</c> are learned (a conditional logit,
/// McFadden 1974) from the labelled logs and threads, apart for reports, for other words of residents and for words of staff.
/// </summary>
internal sealed class LinkModel
{
    public static readonly IReadOnlyList<string> Speakers = ["report", "talk", "staff"];

    private readonly float[][] _weights;

    private LinkModel(float[][] weights) => _weights = weights;

    public static LinkModel Default { get; } = Load();

    public float Report(ReadOnlySpan<float> signals) => Dot(_weights[0], signals);

    public float Talk(ReadOnlySpan<float> signals) => Dot(_weights[1], signals);

    public float Staff(ReadOnlySpan<float> signals) => Dot(_weights[2], signals);

    private static float Dot(float[] weights, ReadOnlySpan<float> signals)
    {
        float sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * signals[i];
        }

        return sum;
    }

    private static LinkModel Load()
    {
        using Stream stream = typeof(LinkModel).Assembly.GetManifestResourceStream("Bot.Triage.Incidents.links.tsv")
            ?? throw new InvalidOperationException("The resource links.tsv is missing.");
        using StreamReader reader = new(stream);
        Dictionary<string, string[]> rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Split('\t')).ToDictionary(fields => fields[0], fields => fields[1..]);
        return new LinkModel([.. Speakers.Select((_, column) => LinkSignals.Names.Select(name => rows.TryGetValue(name, out string[]? fields) ? float.Parse(fields[column], CultureInfo.InvariantCulture) : 0).ToArray())]);
    }
}
