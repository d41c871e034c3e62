using Knowledge;
using Knowledge.Embeddings;
using Microsoft.Extensions.AI;
using Tests.Evaluation;
using Tests.Support;

namespace Tests.Knowledge.Stores;

/// <summary>Answers do not depend on where the documents lie.</summary>
public sealed class ReferenceDeskTests
{
    private const int Asked = 80;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => StoreTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Own_questions_are_answered_alike_on_every_store(string kind)
    {
        using SampleKnowledge whole = SampleKnowledge.Own();
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        await rig.PutAsync([.. whole.Base.Documents]);
        ReferenceDesk desk = new(rig.Settings, rig.Store);
        int alike = 0;
        foreach (OwnQuestion question in OwnQuestion.Load().Take(Asked))
        {
            Answer expected = whole.Base.Ask(question.Text, SampleKnowledge.Day);
            Answer got = await desk.AskAsync(question.Text, SampleKnowledge.Day, grids: null, Token);
            alike += got.Text == expected.Text && got.Best?.Document == expected.Best?.Document ? 1 : 0;
        }
        // candidates chosen beforehand may miss a document far down the list, by which a confidence near the threshold turns
        alike.ShouldBeGreaterThanOrEqualTo(kind == StoreRig.Embedded ? Asked : Asked - 2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Words_of_one_meaning_find_what_other_words_say(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind);
        await rig.PutAsync(StoreGiven.Document("a", "## 晾晒\n\n飘窗外不得悬挂衣物。"), StoreGiven.Document("b", "## 停车\n\n访客停车每小时两元。"));
        ReferenceDesk desk = new(rig.Settings, rig.Store);
        (await desk.AskAsync("凸窗台挂东西", StoreGiven.Day, grids: null, Token)).Documents.Select(found => found.Document).FirstOrDefault().ShouldNotBe("b");
        rig.Settings.Synonyms = [["私家车", "访客"]];
        (await desk.AskAsync("私家车收费吗", StoreGiven.Day, grids: null, Token)).Documents[0].Document.ShouldBe("b");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Meaning_takes_part_in_the_order_and_a_model_that_is_gone_leaves_the_words(string kind)
    {
        await using StoreRig rig = await StoreRig.OpenAsync(kind, dense: true);
        await rig.PutAsync(StoreGiven.Document("a", "楼道里停放的车辆要移走，楼道要畅通。"), StoreGiven.Document("b", "电瓶车充电请到车棚，楼道不行。"));
        using TempFolder folder = new();
        using VectorFile file = new(folder.File("vectors.db"));
        using Model model = new(text => text.Contains("电瓶", StringComparison.Ordinal) || text.Contains("能不能", StringComparison.Ordinal) ? [1, 0, 0, 0] : [0, 1, 0, 0]);
        PassageEmbedder embedder = new(model, new EmbedderOptions("made-up", StoreRig.Dimensions, AsksDimensions: false, 8, 1000, TimeSpan.FromSeconds(5)), file);
        const string Question = "楼道里停放车辆能不能";
        (await new ReferenceDesk(rig.Settings, rig.Store).AskAsync(Question, StoreGiven.Day, grids: null, Token)).Documents.Select(found => found.Document).ShouldBe(["a", "b"]);

        await rig.Store.EmbedAsync(embedder.OfPassagesAsync, progress: null, Token);
        ReferenceDesk desk = new(rig.Settings, rig.Store, embedder);
        Answer both = await desk.AskAsync(Question, StoreGiven.Day, grids: null, Token);
        both.Documents.Select(found => found.Score).ShouldBe([5.0 / 6, 5.0 / 6], 1e-4);

        model.Fails = true;
        (await desk.AskAsync(Question, StoreGiven.Day, grids: null, Token)).Documents.Select(found => found.Document).ShouldBe(["a", "b"]);
        int calls = model.Calls;
        (await embedder.OfPassagesAsync(["文件b\n电瓶车充电请到车棚，楼道不行。"], Token)).ShouldHaveSingleItem().Length.ShouldBe(4);
        model.Calls.ShouldBe(calls, "what has a vector is not asked for again");
    }

    private sealed class Model(Func<string, float[]> vectorOf) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public bool Fails { get; set; }

        public int Calls { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Calls++;
            return Fails ? throw new HttpRequestException("gone")
                : Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. values.Select(text => new Embedding<float>(vectorOf(text)))]);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
