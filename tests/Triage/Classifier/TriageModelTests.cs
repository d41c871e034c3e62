using Bot.Messaging;
using Bot.Tickets;
using Bot.Triage;
using Bot.Triage.Classifier;
using Tests.Support;

namespace Tests.Triage.Classifier;

public sealed class TriageModelTests(TriageModelTests.Engine engine) : IClassFixture<TriageModelTests.Engine>
{
    public sealed class Engine
    {
        public IReadOnlyList<CorpusRow> Rows { get; } = Corpus.Read(Corpus.DefaultFolder);

        public TriageModel Model => field ??= TriageModel.Train(Rows);
    }

    [Theory]
    [InlineData("9号楼2单元的电梯门关不上 一直响", Kind.Issue)]
    [InlineData("着火了 12号楼三楼窗户往外冒黑烟 快打119", Kind.Emergency)]
    [InlineData("请问居住证在哪里办 要带什么材料", Kind.Question)]
    [InlineData("谢谢物业师傅 辛苦了", Kind.Thanks)]
    [InlineData("哈哈哈 晚上吃火锅去", Kind.Chat)]
    public void Tells_the_plain_cases(string text, Kind kind)
    {
        Prediction prediction = engine.Model.Predict(text, SenderRole.Resident);

        prediction[kind].ShouldBe(prediction.Kinds.Max());
    }

    [Fact]
    public void Every_head_gives_probabilities()
    {
        Prediction prediction = engine.Model.Predict("路灯不亮", SenderRole.Resident);

        float[][] heads = [prediction.Kinds, prediction.Intents, prediction.Categories, prediction.Urgencies, prediction.TopicScores];
        foreach (float[] head in heads)
        {
            head.Sum().ShouldBe(1f, 0.001f);
            head.ShouldAllBe(p => p >= 0);
        }
        prediction.TopicScores.Length.ShouldBe(Topics.All.Count);
        prediction.Category.ShouldBe(Category.Living);
    }

    [Fact]
    public void Who_speaks_matters()
    {
        const string Text = "明天上午九点到十一点停水检修";

        engine.Model.Predict(Text, SenderRole.Property)[Kind.Notice]
            .ShouldBeGreaterThan(engine.Model.Predict(Text, SenderRole.Resident)[Kind.Notice]);
    }

    [Fact]
    public void Kinds_are_told_in_cross_validation()
    {
        engine.Model.CrossValidated!.MacroF1.ShouldBeGreaterThan(0.75);
    }

    [Fact]
    public void Scoring_allocates_nothing()
    {
        float[] scores = new float[256];
        Allocations.Of(() => engine.Model.Score("「王姐：灯不亮」\n3号楼电梯又停了 @物业小赵 [图片]", SenderRole.Resident, scores)).ShouldBe(0);
    }

    [Fact]
    public async Task Several_threads_get_the_same_answers()
    {
        string[] texts = [.. engine.Rows.Take(300).Select(r => r.Text)];
        float[][] alone = [.. texts.Select(t => engine.Model.Predict(t, SenderRole.Resident).Kinds)];
        float[][][] together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            texts.Select(t => engine.Model.Predict(t, SenderRole.Resident).Kinds).ToArray())));

        together.ShouldAllBe(kinds => kinds.Zip(alone).All(p => p.First.SequenceEqual(p.Second)));
    }

    [Fact]
    public void The_cache_trains_once_and_again_only_when_the_copy_is_damaged_or_the_corpus_changed()
    {
        using TempFolder folder = new();
        CorpusRow[] rows = [.. engine.Rows.Take(60)];
        EngineCache cache = new(folder.File("models"));
        cache.LoadOrTrain(rows).CrossValidated.ShouldNotBeNull();
        cache.LoadOrTrain(rows).CrossValidated.ShouldBeNull("a loaded engine was not cross-validated now");
        string file = Directory.GetFiles(folder.File("models")).ShouldHaveSingleItem();

        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        cache.LoadOrTrain(rows).CrossValidated.ShouldNotBeNull();

        cache.LoadOrTrain([.. rows, rows[0] with { Text = "新的一句" }]).CrossValidated.ShouldNotBeNull();
        Directory.GetFiles(folder.File("models")).ShouldHaveSingleItem().ShouldNotBe(file);
    }

    [Fact]
    public void Training_twice_gives_the_same_file_byte_for_byte()
    {
        using TempFolder folder = new();
        CorpusRow[] rows = [.. engine.Rows.Where((_, i) => i % 8 == 0)];
        TriageModel.Train(rows).Save(folder.File("a"));
        TriageModel.Train(rows).Save(folder.File("b"));

        File.ReadAllBytes(folder.File("a")).ShouldBe(File.ReadAllBytes(folder.File("b")));
    }
}
