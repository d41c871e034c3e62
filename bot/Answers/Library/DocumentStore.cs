using Knowledge;
using Knowledge.Embeddings;
using Knowledge.Stores;
using Knowledge.Stores.Embedded;

namespace Bot.Answers.Library;

/// <summary>
/// The documents as they answer questions: in a folder, or on a server. The folder keeps threshold and words in any case.
/// Answers nothing until something can; never throws for what a server does.
/// </summary>
/// <param name="server">Null for the folder alone.</param>
/// <param name="isOnServer">Whether the documents are to lie on the server.</param>
/// <param name="embedder">Null for a search by words alone.</param>
public sealed class DocumentStore(string folder, StoreServer? server = null, bool isOnServer = false, PassageEmbedder? embedder = null) : IKnowledge, IDisposable
{
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile KnowledgeBase? _open;
    private volatile ReferenceDesk? _desk;
    private volatile string? _problem;
    private volatile IReadOnlySet<(string, string)> _agreed = new HashSet<(string, string)>();

    /// <summary>Tells whoever keeps it equal to the rows that something went wrong.</summary>
    public event Action? Failed;

    public string Folder => folder;

    public bool IsOpen => _desk is not null;

    public bool IsOnServer => isOnServer;

    /// <summary>Why it answers nothing, for people; null otherwise.</summary>
    public string? Problem => _problem;

    /// <summary>How far another store is filled that is to take the place of this one; null while there is none.</summary>
    public StoreProgress? Moving { get; internal set; }

    /// <summary>The confidence from which on a question is answered; null until it is open.</summary>
    public double? Threshold => _open?.Threshold;

    /// <summary>Completes when the documents are in place, or when it is certain that they cannot be for now.</summary>
    public Task Settled => _settled.Task;

    /// <summary>Opens the folder and builds the index over its documents; they answer at once where there are any.</summary>
    /// <returns>What went wrong; null when it is open.</returns>
    public Exception? Open()
    {
        try
        {
            _open ??= KnowledgeBase.Open(folder);
            Local = new EmbeddedStore(_open);
            if (server is null || Local.Names.Count > 0) { Serve(Local); }
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _problem = exception.Message;
            return exception;
        }
    }

    /// <summary>Nothing more is to be waited for.</summary>
    public void Settle() => _settled.TrySetResult();

    public async Task<Answer?> AskAsync(string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken) =>
        await ServedAsync(desk => desk.AskAsync(question, day, grids, cancellationToken)) is { } answer ? Agree(answer) : null;

    /// <summary>The answer, and what was found on the way; null while there is nothing to ask.</summary>
    public Task<HitTest?> TestAsync(string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken) =>
        ServedAsync(desk => desk.TestAsync(question, day, grids, cancellationToken));

    /// <summary>As it would answer with these documents; null while there is nothing to ask.</summary>
    /// <param name="replaced">What answers under their names now.</param>
    internal Task<ReferenceDesk?> WithAsync(
        IReadOnlyCollection<StoredDocument> documents, IReadOnlyCollection<StoredDocument> replaced, CancellationToken cancellationToken) =>
        ServedAsync(desk => desk.WithAsync(documents, replaced, cancellationToken));

    /// <summary>What is wrong now, asked of the server where the documents lie there; null when nothing is.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken) =>
        server is null || !isOnServer || _open is null ? _problem : await server.ProblemAsync(cancellationToken);

    public void Dispose()
    {
        _open?.Dispose();
        server?.Dispose();
    }

    /// <summary>Documents that do not disagree, whatever their numbers: a person has read them.</summary>
    internal IReadOnlySet<(string, string)> Agreed
    {
        get => _agreed;
        set => _agreed = value;
    }

    /// <summary>The answer without a difference that a person has settled.</summary>
    internal Answer Agree(Answer answer) =>
        answer is { Best: { } best, Differing: { } other } && Agreed.Contains(Pair(best.Document, other.Document)) ? answer with { Differing = null } : answer;

    internal static (string, string) Pair(string one, string two) => string.CompareOrdinal(one, two) < 0 ? (one, two) : (two, one);

    internal KnowledgeBase? Base => _open;

    internal StoreServer? Server => server;

    internal PassageEmbedder? Embedder => embedder;

    internal EmbeddedStore? Local { get; private set; }

    /// <summary>What answers; null while nothing does.</summary>
    internal IKnowledgeStore? Serving { get; private set; }

    /// <summary>From now on this one answers.</summary>
    internal void Serve(IKnowledgeStore store)
    {
        Serving = store;
        _desk = new ReferenceDesk(_open!, store, embedder);
        _problem = null;
    }

    private async Task<T?> ServedAsync<T>(Func<ReferenceDesk, Task<T>> ask)
        where T : class
    {
        if (_desk is not { } desk) { return null; }
        try
        {
            T answer = await ask(desk);
            _problem = null;
            return answer;
        }
        catch (StoreException failure)
        {
            Fail(failure);
            return null;
        }
    }

    internal void Fail(StoreException failure)
    {
        _problem = failure.Message;
        Failed?.Invoke();
    }
}
