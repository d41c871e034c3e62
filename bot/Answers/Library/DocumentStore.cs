using Knowledge;
using Knowledge.Stores.Embedded;

namespace Bot.Answers.Library;

/// <summary>The knowledge base in a folder; answers nothing until it is open.</summary>
public sealed class DocumentStore(string folder) : IKnowledge, IDisposable
{
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile KnowledgeBase? _open;
    private volatile ReferenceDesk? _desk;

    public string Folder => folder;

    public bool IsOpen => _open is not null;

    /// <summary>Why it could not be opened, for people; null otherwise.</summary>
    public string? Problem { get; private set; }

    /// <summary>The confidence from which on a question is answered; null until it is open.</summary>
    public double? Threshold => _open?.Threshold;

    /// <summary>Completes when the documents are in place, or when it is certain that they cannot be.</summary>
    public Task Settled => _settled.Task;

    /// <summary>Reads the documents and builds the index over them; the outcome is in <see cref="IsOpen"/> and <see cref="Problem"/>.</summary>
    /// <returns>What went wrong; null when it is open.</returns>
    public Exception? Open()
    {
        try
        {
            _open ??= KnowledgeBase.Open(folder);
            _desk = new ReferenceDesk(_open, new EmbeddedStore(_open));
            Problem = null;
            return null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Problem = exception.Message;
            return exception;
        }
    }

    /// <summary>Nothing more is to be waited for.</summary>
    public void Settle() => _settled.TrySetResult();

    public async Task<Answer?> AskAsync(string question, DateOnly day, IReadOnlyCollection<string>? grids, CancellationToken cancellationToken) =>
        _desk is { } desk ? await desk.AskAsync(question, day, grids, cancellationToken) : null;

    public void Dispose() => _open?.Dispose();

    internal KnowledgeBase? Base => _open;
}
