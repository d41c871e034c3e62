using Knowledge;
using Knowledge.Embeddings;
using Knowledge.Stores;
using Knowledge.Stores.Embedded;
using Knowledge.Stores.Qdrant;
using Tests.Support;

namespace Tests.Knowledge.Stores;

/// <summary>A store of one kind with what it stands on; the requests to the stub must be as published.</summary>
internal sealed class StoreRig : IAsyncDisposable
{
    public const string Embedded = "embedded";
    public const string Stub = "Qdrant, stub";
    public const string Server = "Qdrant, server";

    /// <summary>Enough for a made-up model, of which every test chooses the numbers.</summary>
    public const int Dimensions = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly TempFolder _folder = new();
    private readonly string _kind;
    private readonly bool _dense;
    private readonly string _collection = $"bot-test-{Guid.NewGuid():N}";
    private QdrantStub? _stub;
    private QdrantServer? _server;
    private KnowledgeBase? _base;

    private StoreRig(string kind, bool dense) => (_kind, _dense) = (kind, dense);

    /// <summary>The address of a real server, where there is one.</summary>
    public static string? RealServer => Environment.GetEnvironmentVariable("BOT_TEST_QDRANT") is { Length: > 0 } address ? address : null;

    public IKnowledgeStore Store { get; private set; } = null!;

    /// <summary>Keeps threshold and synonyms; holds no documents for a store on a server.</summary>
    public KnowledgeBase Settings => _base!;

    public static async Task<StoreRig> OpenAsync(string kind, bool dense = false)
    {
        StoreRig rig = new(kind, dense);
        rig._stub = kind == Stub ? await QdrantStub.StartAsync() : null;
        await rig.ReopenAsync();
        return rig;
    }

    /// <summary>As after a restart of the program.</summary>
    public async Task ReopenAsync()
    {
        await CloseAsync();
        _base = KnowledgeBase.Open(_folder.Path);
        if (_kind == Embedded)
        {
            Store = new EmbeddedStore(_base);
            return;
        }
        Uri address = _stub?.Address ?? new Uri(RealServer!);
        string? key = _stub is not null ? QdrantStub.Key : Environment.GetEnvironmentVariable("BOT_TEST_QDRANT_KEY");
        _server = new QdrantServer(
            new StoreServerSettings(address, key, _collection, TimeSpan.FromSeconds(10), Retries: 1, TimeSpan.FromSeconds(5))
            {
                Embedder = _dense ? new EmbedderOptions("made-up", Dimensions, AsksDimensions: false, 8, 1000, TimeSpan.FromSeconds(5)) : null,
            },
            TimeProvider.System);
        Store = await _server.OpenOwnAsync(Token);
        await Store.ServeAsync(Token);
    }

    public async Task PutAsync(params StoredDocument[] documents) => await Store.PutAsync(documents, progress: null, Token);

    /// <summary>Vectors by what a passage says.</summary>
    public Task EmbedAsync(Func<string, float[]> vectorOf) => Store.EmbedAsync(
        (texts, _) => Task.FromResult<IReadOnlyList<ReadOnlyMemory<float>>>([.. texts.Select(text => (ReadOnlyMemory<float>)vectorOf(text))]), progress: null, Token);

    public async Task<Candidates> FindAsync(string words, StoreFilter? filter = null, int limit = 10, float[]? vector = null) => await Store.FindAsync(
        new StoreQuery(words.Length == 0 ? [] : QueryTerms.Of(Settings.Read(words, StoreGiven.Day)), vector, filter ?? new StoreFilter(StoreGiven.Day), limit), Token);

    public async Task<string[]> NamesAsync(string words, StoreFilter? filter = null, int limit = 10) =>
        [.. (await FindAsync(words, filter, limit)).Passages.Select(found => found.Passage.Document)];

    public async ValueTask DisposeAsync()
    {
        IReadOnlyList<StubRequest> requests = [.. _stub?.Requests ?? []];
        if (_kind == Server && _server is not null) { await _server.ForgetAsync(Token); }
        await CloseAsync();
        if (_stub is not null) { await _stub.DisposeAsync(); }
        _folder.Dispose();
        QdrantContract.Check(requests);
    }

    private async Task CloseAsync()
    {
        if (Store is not null) { await Store.DisposeAsync(); }
        _server?.Dispose();
        _base?.Dispose();
    }
}
