using Bot.Triage.Classifier;
using Tests.Evaluation.Links;
using Tests.Support;

namespace Tests.Evaluation;

/// <summary>The labelled logs in four parts, each judged by an engine and by link weights that have learned from the other three.</summary>
internal sealed class LogFolds
{
    public const int Count = 4;

    private static readonly string Folder = Repository.File("bot", "Triage", "Corpus");
    private readonly TriageModel?[] _engines = new TriageModel?[Count];
    private readonly IReadOnlyList<LinkExample>?[] _examples = new IReadOnlyList<LinkExample>?[Count];

    /// <summary>Every fourth log, so that no part is of one region.</summary>
    public static IEnumerable<string> Logs(int fold) => GoldLog.Names.Where((_, index) => index % Count == fold);

    /// <summary>Trained on the single messages and the logs of the other parts.</summary>
    public TriageModel Engine(int fold) => _engines[fold] ??= TriageModel.Train(
    [
        .. Directory.EnumerateFiles(Folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(Corpus.ReadFile),
        .. GoldLog.Names.Except(Logs(fold)).SelectMany(name => CorpusLog.ReadFile(Path.Combine(Folder, "Logs", name + ".jsonl"))),
    ]);

    /// <summary>What the messages of a part could belong to, as seen by an engine that has not read them.</summary>
    public IReadOnlyList<LinkExample> Examples(int fold) => _examples[fold] ??=
        [.. Logs(fold).SelectMany(name => LinkExamples.Of(GoldLog.Load(name), name, Engine(fold)))];

    /// <param name="without">The part to leave out; null to learn from all.</param>
    public LinkModel Links(int? without) => new([.. LinkModel.Speakers.Select((_, speaker) => LinkFit.On(
        [.. Enumerable.Range(0, Count).Where(fold => fold != without).SelectMany(Examples).Where(example => example.Speaker == speaker)],
        LinkModel.Names.Count))]);
}
