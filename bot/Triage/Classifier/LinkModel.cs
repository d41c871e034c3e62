using System.Globalization;

namespace Bot.Triage.Classifier;

/// <summary>
/// How strongly a message belongs to a known matter: a linear function of signals (see Incidents/LinkSignals.cs) whose value
/// above 0 means that it is likelier than no known matter at all. The weights in <c>links.tsv</c> are learned from the
/// labelled logs by a conditional logit (McFadden 1974), apart for reports, for other words of residents and for words of staff.
/// </summary>
internal sealed class LinkModel(IReadOnlyList<float[]> weights)
{
    public static readonly IReadOnlyList<string> Speakers = ["report", "talk", "staff"];

    /// <summary>Names of the signals, in the order of the weights.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Lines().Select(fields => fields[0])];

    public static LinkModel Default { get; } = Load();

    public float Report(ReadOnlySpan<float> signals) => Dot(weights[0], signals);

    public float Talk(ReadOnlySpan<float> signals) => Dot(weights[1], signals);

    public float Staff(ReadOnlySpan<float> signals) => Dot(weights[2], signals);

    private static float Dot(float[] weights, ReadOnlySpan<float> signals)
    {
        float sum = 0;
        for (int i = 0; i < signals.Length; i++)
        {
            sum += weights[i] * signals[i];
        }

        return sum;
    }

    private static LinkModel Load()
    {
        string[][] lines = [.. Lines()];
        return new LinkModel([.. Speakers.Select((_, column) => lines.Select(fields => float.Parse(fields[column + 1], CultureInfo.InvariantCulture)).ToArray())]);
    }

    private static IEnumerable<string[]> Lines()
    {
        using Stream stream = typeof(LinkModel).Assembly.GetManifestResourceStream("Bot.Triage.Classifier.links.tsv")
            ?? throw new InvalidOperationException("The resource links.tsv is missing.");
        using StreamReader reader = new(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];
    }
}
