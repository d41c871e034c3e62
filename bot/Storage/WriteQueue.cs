using System.Threading.Channels;

namespace Bot.Storage;

/// <summary>
/// The one way to write. Whatever waits is taken together into one durable commit; every item has a savepoint of its own,
/// so that one that fails is undone alone; callers are answered after the commit, or told that it failed.
/// </summary>
public sealed class WriteQueue(Database database, ILoggerFactory loggerFactory) : IHostedService, IAsyncDisposable
{
    private const int LargestBatch = 256;
    private static readonly AsyncLocal<bool> Inside = new();

    private readonly ILogger _logger = loggerFactory.CreateLogger<WriteQueue>();
    private readonly Channel<WriteItem> _items = Channel.CreateBounded<WriteItem>(
        new BoundedChannelOptions(4096) { SingleReader = true });
    private WriteConnection? _connection;
    private Task _writing = Task.CompletedTask;

    /// <summary>How many wait for the next commit.</summary>
    internal int Waiting => _items.Reader.Count;

    /// <summary>Called in every unit of work in which a person changed something, before its commit.</summary>
    public Func<BotDbContext, CancellationToken, Task>? Witness { get; set; }

    /// <summary>
    /// Runs a unit of work on a fresh context; the queue saves the changes and commits. The task completes after the commit.
    /// Keep it short and wait for nothing but the database: every other writer waits for it.
    /// </summary>
    public Task<T> RunAsync<T>(
        Func<BotDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        EnqueueAsync(new UnitOfWork<T>(work, Witness, cancellationToken), cancellationToken);

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Func<BotDbContext, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        RunAsync(
            async (db, token) =>
            {
                await work(db, token);
                return true;
            },
            cancellationToken);

    /// <summary>Runs statements on the bare connection, without the cost of a context.</summary>
    internal Task<T> RunStatementsAsync<T>(Func<WriteConnection, T> work, CancellationToken cancellationToken) =>
        EnqueueAsync(new Statements<T>(work, cancellationToken), cancellationToken);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await database.OpenAsync(cancellationToken);
        _writing = Task.Run(WriteAsync, CancellationToken.None);
    }

    /// <summary>Starts for a command that runs beside the serving process: SQLite lets the two write by turns.</summary>
    public async Task StartBesideAsync(CancellationToken cancellationToken)
    {
        await database.MigrateAsync(cancellationToken);
        _writing = Task.Run(WriteAsync, CancellationToken.None);
    }

    /// <summary>Takes nothing more and writes what waits.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _items.Writer.TryComplete();
        return _writing.WaitAsync(cancellationToken);
    }

    // a start that failed stops nothing: what is being written must end before its connection does
    public async ValueTask DisposeAsync()
    {
        _items.Writer.TryComplete();
        await _writing;
    }

    private async Task<T> EnqueueAsync<T>(WriteItem<T> item, CancellationToken cancellationToken)
    {
        if (Inside.Value)
        {
            throw new InvalidOperationException("A unit of work waits for another one: both would wait for ever.");
        }
        try
        {
            await _items.Writer.WriteAsync(item, cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            throw new InvalidOperationException("The program is stopping and writes nothing more.", exception);
        }
        return await item.Completion;
    }

    private async Task WriteAsync()
    {
        List<WriteItem> batch = new(LargestBatch);
        while (await _items.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _items.Reader.TryRead(out WriteItem? item))
            {
                batch.Add(item);
            }
            await WriteAsync(batch);
            batch.Clear();
        }
        _connection?.Dispose();
        _connection = null;
    }

    private async Task WriteAsync(List<WriteItem> batch)
    {
        List<WriteItem> written = new(batch.Count);
        try
        {
            _connection ??= new WriteConnection(database.ConnectionString, loggerFactory);
            _connection.Begin();
            foreach (WriteItem item in batch)
            {
                if (await TryAsync(_connection, item) is { } failure)
                {
                    item.Fail(failure);
                }
                else
                {
                    written.Add(item);
                }
            }
            _connection.Commit();
        }
        catch (Exception exception)
        {
            // Nothing of the batch is durable: no caller may hear otherwise
            _logger.CommitFailed(batch.Count, exception);
            _connection?.Dispose();
            _connection = null;
            batch.ForEach(item => item.Fail(exception));
            return;
        }
        written.ForEach(item => item.Complete(_logger));
    }

    // Marks the item's own flow of control; what follows its commit may write again
    private static async Task<Exception?> TryAsync(WriteConnection connection, WriteItem item)
    {
        Inside.Value = true;
        return await connection.TryAsync(item);
    }
}
