using System.Text.Json;
using Bot.Ai;
using Bot.Ai.Embeddings;
using Knowledge;
using Knowledge.Embeddings;
using Tests.Support;

namespace Tests.Ai;

public sealed class EmbeddingTests : IAsyncLifetime
{
    private ModelStub _stub = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stub = await ModelStub.StartAsync();

    public ValueTask DisposeAsync() => _stub.DisposeAsync();

    [Theory]
    [InlineData("""{"data":[{"index":1,"embedding":[0,1,0,0,0,0,0,0]},{"index":0,"embedding":[2,0,0,0,0,0,0,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"AAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="},{"index":1,"embedding":"AAAAAAAAgD8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}]}""")]
    public async Task Vectors_come_in_the_order_of_the_texts(string answer)
    {
        _stub.Act = ModelStub.Send(answer);
        using EmbeddingClient client = Client();
        float[][] vectors = [.. (await client.GenerateAsync(["一", "二"], cancellationToken: Token)).Select(each => each.Vector.ToArray())];
        vectors[0][..2].ShouldBe([2, 0]);
        vectors[1][..2].ShouldBe([0, 1]);
        _stub.Keys.ShouldBe(["Bearer sk-secret-0123456789abcdef"]);
        JsonDocument.Parse(_stub.Received.Single()).RootElement.EnumerateObject().Select(part => part.Name).ShouldBe(["model", "input"]);
    }

    [Fact]
    public async Task Numbers_that_lead_to_a_person_are_not_sent()
    {
        _stub.Act = ModelStub.Send("""{"data":[{"index":0,"embedding":[1,0,0,0,0,0,0,0]}]}""");
        using EmbeddingClient client = Client();
        await client.GenerateAsync(["我是138 1234 5678，身份证310101195001011234，尊老金怎么没发"], cancellationToken: Token);
        string sent = _stub.Received.Single();
        JsonDocument.Parse(sent).RootElement.GetProperty("input")[0].GetString().ShouldBe("我是〔电话〕，身份证〔证件号〕，尊老金怎么没发");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(401)]
    public async Task A_refusal_says_nothing_of_what_was_sent(int status)
    {
        _stub.Act = ModelStub.Refuse(status);
        using EmbeddingClient client = Client();
        ModelException failure = await Should.ThrowAsync<ModelException>(client.GenerateAsync(["一"], cancellationToken: Token));
        failure.Status.ShouldBe(status);
        failure.Message.ShouldNotContain("sk-secret");
    }

    [Theory]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":{"a":1}}]}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task What_is_no_answer_is_a_failure(string answer)
    {
        _stub.Act = ModelStub.Send(answer);
        using EmbeddingClient client = Client();
        await Should.ThrowAsync<ModelException>(client.GenerateAsync(["一"], cancellationToken: Token));
    }

    [Fact]
    public async Task A_model_that_fails_again_and_again_is_left_alone()
    {
        _stub.Act = ModelStub.Refuse(500);
        using EmbeddingClient client = Client();
        for (int i = 0; i < 6; i++) { await Should.ThrowAsync<ModelException>(client.GenerateAsync(["一"], cancellationToken: Token)); }
        client.IsBroken.ShouldBeTrue();
        _stub.Received.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_question_waits_only_so_long_for_its_vector()
    {
        _stub.Act = ModelStub.HangAsync;
        using EmbeddingClient client = Client();
        using TempFolder folder = new();
        using VectorFile file = new(folder.File("vectors.db"));
        PassageEmbedder embedder = new(client, Options().ForModel(), file);
        (await embedder.OfQuestionAsync("尊老金怎么领", Token)).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Vectors_are_kept_by_model_and_text_over_a_restart()
    {
        _stub.Act = ModelStub.Send("""{"data":[{"index":0,"embedding":[0,3,0,0,0,0,0,0]}]}""");
        using EmbeddingClient client = Client();
        using TempFolder folder = new();
        using (VectorFile file = new(folder.File("vectors.db")))
        {
            (await new PassageEmbedder(client, Options().ForModel(), file).OfPassagesAsync(["第一条"], Token))[0].ToArray()[..2].ShouldBe([0, 1]);
        }
        using VectorFile again = new(folder.File("vectors.db"));
        (await new PassageEmbedder(client, Options().ForModel(), again).OfPassagesAsync(["第一条"], Token))[0].ToArray()[..2].ShouldBe([0, 1]);
        _stub.Received.Count.ShouldBe(1);
        await new PassageEmbedder(client, Options().ForModel() with { Model = "other" }, again).OfPassagesAsync(["第一条"], Token);
        _stub.Received.Count.ShouldBe(2);
        File.ReadAllText(folder.File("vectors.db")).ShouldNotContain("第一条");
    }

    [Fact]
    public async Task Vectors_of_what_is_no_longer_there_and_of_other_models_go()
    {
        _stub.Act = ModelStub.Send("""{"data":[{"index":0,"embedding":[0,3,0,0,0,0,0,0]}]}""");
        using EmbeddingClient client = Client();
        using TempFolder folder = new();
        using VectorFile file = new(folder.File("vectors.db"));
        PassageEmbedder embedder = new(client, Options().ForModel(), file);
        Document kept = new("a", new DocumentHeader("停车"), "每月150元。");
        foreach (string text in (string[])["停车\n每月150元。", "停车\n每月120元。"]) { await embedder.OfPassagesAsync([text], Token); }
        await new PassageEmbedder(client, Options().ForModel() with { Model = "other" }, file).OfPassagesAsync(["停车\n每月150元。"], Token);

        embedder.KeepOnly([kept]).ShouldBe(2);
        file.Load("bge-m3", 8, ["停车\n每月150元。", "停车\n每月120元。"]).Keys.ShouldBe(["停车\n每月150元。"]);
        file.Load("other", 8, ["停车\n每月150元。"]).ShouldBeEmpty();
    }

    private EmbeddingOptions Options() => new()
    {
        Endpoint = _stub.Address,
        Model = "bge-m3",
        ApiKey = "sk-secret-0123456789abcdef",
        Dimensions = 8,
        WaitMilliseconds = 200,
    };

    private EmbeddingClient Client() => new(Options(), TimeProvider.System);
}
