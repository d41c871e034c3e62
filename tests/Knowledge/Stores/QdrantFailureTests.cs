using System.Diagnostics;
using Knowledge.Stores;
using Knowledge.Stores.Qdrant;
using Microsoft.AspNetCore.Http;

namespace Tests.Knowledge.Stores;

/// <summary>What a server far away can do wrong.</summary>
public sealed class QdrantFailureTests : IAsyncLifetime
{
    private QdrantStub _stub = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _stub = await QdrantStub.StartAsync();

    public ValueTask DisposeAsync() => _stub.DisposeAsync();

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task What_may_pass_is_tried_again(int status)
    {
        int refused = 0;
        _stub.Instead = http => Interlocked.Increment(ref refused) <= 2 ? Refuse(http, status, retryAfter: "0") : Task.FromResult(false);
        using QdrantServer server = Server();
        (await server.OpenServingAsync(Token)).ShouldBeNull();
        refused.ShouldBe(3);
    }

    [Fact]
    public async Task A_wait_that_the_server_asks_for_is_kept()
    {
        int asked = 0;
        _stub.Instead = http => Interlocked.Increment(ref asked) == 1 ? Refuse(http, 429, retryAfter: "1") : Task.FromResult(false);
        using QdrantServer server = Server();
        long started = Stopwatch.GetTimestamp();
        await server.OpenServingAsync(Token);
        Stopwatch.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(950));

        asked = 0;
        _stub.Instead = http => Interlocked.Increment(ref asked) == 1 ? Refuse(http, 503, retryAfter: "3600") : Task.FromResult(false);
        await Should.ThrowAsync<StoreException>(server.OpenServingAsync(Token));
        asked.ShouldBe(1, "an hour is not waited for");
    }

    [Fact]
    public async Task What_must_not_happen_twice_is_sent_once()
    {
        int created = 0;
        _stub.Instead = http => http.Request.Method == "PUT" && http.Request.Path.Value!.Count(character => character == '/') == 2
            ? Refuse(http, 500, counted: () => created++) : Task.FromResult(false);
        using QdrantServer server = Server();
        StoreException failure = await Should.ThrowAsync<StoreException>(server.OpenOwnAsync(Token));
        failure.MayPass.ShouldBeTrue();
        created.ShouldBe(1);
    }

    [Theory]
    [InlineData("wrong-key", "Qdrant at {0}: refuses the key; check Knowledge:ApiKey")]
    [InlineData(null, "Qdrant at {0}: refuses the key; check Knowledge:ApiKey")]
    public async Task A_wrong_key_is_told_in_one_line_without_the_key(string? key, string message)
    {
        using QdrantServer server = Server(key);
        string problem = (await server.ProblemAsync(Token)).ShouldNotBeNull();
        problem.ShouldBe(string.Format(message, _stub.Address.Authority));
        _stub.Requests.Count.ShouldBe(1, "a refusal is not tried again");
    }

    [Fact]
    public async Task Neither_the_key_nor_questions_stand_in_what_is_told()
    {
        _stub.Instead = http => Refuse(http, 400);
        StoreServerSettings settings = Settings();
        settings.ToString().ShouldNotContain(QdrantStub.Key);
        using QdrantServer server = new(settings, TimeProvider.System);
        string problem = (await server.ProblemAsync(Token)).ShouldNotBeNull();
        problem.ShouldBe($"Qdrant at {_stub.Address.Authority}: refuses (400): the disk is full");
    }

    [Fact]
    public async Task A_server_that_hangs_or_is_no_such_server_is_told_so()
    {
        _stub.Instead = async http =>
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
            return true;
        };
        using QdrantServer hanging = new(Settings() with { Timeout = TimeSpan.FromMilliseconds(200), Retries = 0 }, TimeProvider.System);
        (await hanging.ProblemAsync(Token)).ShouldNotBeNull().ShouldContain("no answer within");

        _stub.Instead = async http =>
        {
            await http.Response.WriteAsync("<html>login</html>", http.RequestAborted);
            return true;
        };
        using QdrantServer page = Server();
        (await page.ProblemAsync(Token)).ShouldNotBeNull().ShouldContain("is this the address of a Qdrant server?");
    }

    [Fact]
    public async Task A_server_that_is_gone_is_left_alone_after_some_tries()
    {
        int reached = 0;
        _stub.Instead = http =>
        {
            Interlocked.Increment(ref reached);
            http.Abort();
            return Task.FromResult(true);
        };
        using QdrantServer server = new(Settings() with { Retries = 0 }, TimeProvider.System);
        for (int i = 0; i < 8; i++) { (await server.ProblemAsync(Token)).ShouldNotBeNull(); }
        reached.ShouldBe(4);
        (await server.ProblemAsync(Token)).ShouldNotBeNull().ShouldContain("left alone");
    }

    [Fact]
    public async Task A_collection_of_other_terms_or_another_model_is_built_beside_and_switched_to()
    {
        using QdrantServer server = Server();
        IKnowledgeStore first = await server.OpenOwnAsync(Token);
        await first.PutAsync([StoreGiven.Document("lift", "电梯困人时按紧急呼叫键。")], progress: null, Token);
        (await server.OpenServingAsync(Token)).ShouldBeNull("not before it is complete");
        await first.ServeAsync(Token);

        using QdrantServer later = new(Settings() with { Embedder = new("made-up", 4, false, 8, 1000, TimeSpan.FromSeconds(1)) }, TimeProvider.System);
        IKnowledgeStore old = (await later.OpenServingAsync(Token)).ShouldNotBeNull();
        IKnowledgeStore next = await later.OpenOwnAsync(Token);
        old.Names.ShouldBe(["lift"]);
        old.WithoutVector.ShouldBeGreaterThan(0, "its vectors cannot be compared with those of the new model");
        next.Names.ShouldBeEmpty();
        await next.PutAsync([StoreGiven.Document("lift", "电梯困人时按紧急呼叫键。")], progress: null, Token);
        await next.ServeAsync(Token);

        (await later.OpenServingAsync(Token)).ShouldNotBeNull().Names.ShouldBe(["lift"]);
        _stub.Collections.Count.ShouldBe(1, "the one before is gone");
        StubRequest switching = _stub.Requests.Last(request => request.Path == "/collections/aliases");
        switching.Body.ShouldNotBeNull().ShouldContain("delete_alias");
        switching.Body.ShouldContain("create_alias");
        QdrantContract.Check(_stub.Requests);
    }

    [Fact]
    public async Task A_collection_in_which_something_broke_off_is_filled_again()
    {
        using QdrantServer server = Server();
        IKnowledgeStore store = await server.OpenOwnAsync(Token);
        await store.PutAsync([StoreGiven.Document("lift", "电梯困人时按紧急呼叫键。")], progress: null, Token);
        // the passages arrive, the document itself does not
        _stub.Instead = async http =>
        {
            if (http.Request.Path.Value!.EndsWith("/points/delete", StringComparison.Ordinal)) { return await Refuse(http, 400); }
            return false;
        };
        await Should.ThrowAsync<StoreException>(store.PutAsync([StoreGiven.Document("new", "午餐十一点半开饭。")], progress: null, Token));
        _stub.Instead = null;

        IKnowledgeStore again = await server.OpenOwnAsync(Token);
        again.Find("lift").ShouldNotBeNull().Mark.ShouldBeEmpty("whoever compares puts it again");
        again.Find("new").ShouldBeNull();
    }

    private static async Task<bool> Refuse(HttpContext http, int status, string? retryAfter = null, Action? counted = null)
    {
        counted?.Invoke();
        http.Response.StatusCode = status;
        if (retryAfter is not null) { http.Response.Headers.RetryAfter = retryAfter; }
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync("{\"status\":{\"error\":\"the disk\\nis full\"},\"time\":0.1}", http.RequestAborted);
        return true;
    }

    private StoreServerSettings Settings(string? key = QdrantStub.Key) =>
        new(_stub.Address, key, "bot-test", TimeSpan.FromSeconds(10), Retries: 2, TimeSpan.FromMinutes(5));

    private QdrantServer Server(string? key = QdrantStub.Key) => new(Settings(key), TimeProvider.System);
}
