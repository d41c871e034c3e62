using Bot.Triage;
using Bot.Triage.Classifier;
using Bot.Triage.Engines;
using Bot.Triage.Learning;

namespace Bot.Console.Learning;

public sealed class LearningQuery(EngineSource engines, EngineShelf shelf, ExampleBook examples, TrainingDesk desk)
{
    public async Task<LearningModel> LoadAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<EngineVersion> versions = await shelf.ListAsync(cancellationToken);
        IReadOnlyList<Example> all = await examples.ListAsync(cancellationToken);
        int? number = engines.Current?.Number;
        DateTimeOffset learned = versions.FirstOrDefault(version => version.Number == number)?.MadeAt ?? DateTimeOffset.MinValue;
        return new LearningModel(
            number, engines.Current is not null, engines.Trouble, desk.State, versions, all.Count, all.Count(example => example.At > learned), TriageModel.Features);
    }
}
