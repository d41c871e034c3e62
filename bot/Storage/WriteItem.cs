namespace Bot.Storage;

/// <summary>One caller's work on the writer and the promise given to the caller.</summary>
internal abstract class WriteItem
{
    /// <summary>Writes; what it wrote is committed or rolled back by the queue.</summary>
    public abstract Task ExecuteAsync(WriteConnection connection);

    /// <summary>Called after the commit.</summary>
    public abstract void Complete(ILogger logger);

    public abstract void Fail(Exception exception);
}

internal abstract class WriteItem<T> : WriteItem
{
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Completion => _completion.Task;

    protected T Result { get; set; } = default!;

    public override void Complete(ILogger logger) => _completion.TrySetResult(Result);

    public override void Fail(Exception exception)
    {
        if (exception is OperationCanceledException canceled)
        {
            _completion.TrySetCanceled(canceled.CancellationToken);
        }
        else
        {
            _completion.TrySetException(exception);
        }
    }
}

/// <summary>A unit of work on a fresh context.</summary>
/// <param name="witness">Told of what a person changed, before the commit.</param>
internal sealed class UnitOfWork<T>(
    Func<BotDbContext, CancellationToken, Task<T>> work, Func<BotDbContext, CancellationToken, Task>? witness, CancellationToken cancellationToken)
    : WriteItem<T>
{
    private readonly Actor? _actor = Actor.Current;
    private IReadOnlyList<Action> _afterCommit = [];

    public override async Task ExecuteAsync(WriteConnection connection)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using BotDbContext db = connection.CreateContext();
        db.Actor = _actor;
        int before = connection.Changes;
        Result = await work(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (_actor is not null && witness is not null && connection.Changes != before) { await witness(db, cancellationToken); }
        _afterCommit = db.CommitActions;
    }

    public override void Complete(ILogger logger)
    {
        foreach (Action action in _afterCommit)
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                logger.AfterCommitFailed(exception);
            }
        }
        base.Complete(logger);
    }
}

/// <summary>Statements on the bare connection, for what must be fast.</summary>
internal sealed class Statements<T>(Func<WriteConnection, T> work, CancellationToken cancellationToken) : WriteItem<T>
{
    public override Task ExecuteAsync(WriteConnection connection)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Result = work(connection);
        return Task.CompletedTask;
    }
}
