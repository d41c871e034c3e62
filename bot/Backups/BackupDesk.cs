using System.Threading.Channels;
using Bot.Storage;
using Bot.Storage.Snapshots;
using Microsoft.Extensions.Options;

namespace Bot.Backups;

/// <summary>Where a backup is asked for and looked after, one at a time; the work is done by <see cref="BackupWorker"/>.</summary>
public sealed class BackupDesk(DataFolder data, IOptions<BackupsOptions> options, TimeProvider clock, ILogger<BackupDesk> logger)
{
    private const int DiskFull = 28;
    private readonly Lock _lock = new();
    private readonly Channel<bool> _asked = Channel.CreateUnbounded<bool>();
    private BackupState _state = new(false);

    public string Folder { get; } = FolderOf(data, options.Value);

    public BackupState State
    {
        get { lock (_lock) { return _state; } }
    }

    public static string FolderOf(DataFolder data, BackupsOptions options) =>
        string.IsNullOrWhiteSpace(options.Folder) ? BackupFolder.Default(data.Path) : Path.GetFullPath(options.Folder, data.Path);

    /// <summary>False when one runs already.</summary>
    public bool Start()
    {
        lock (_lock)
        {
            if (_state.IsRunning) { return false; }
            _state = _state with { IsRunning = true, Since = clock.GetUtcNow() };
        }
        _asked.Writer.TryWrite(true);
        return true;
    }

    public BackupFile? Newest() => BackupFolder.List(Folder).FirstOrDefault(file => file.IsWhole);

    /// <summary>Waits until one is asked for, or the time is over.</summary>
    internal async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task asked = _asked.Reader.WaitToReadAsync(over.Token).AsTask();
        await Task.WhenAny(asked, Task.Delay(longest, clock, over.Token));
        await over.CancelAsync();
        await asked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _asked.Reader.TryRead(out _);
    }

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            string path = await Task.Run(() => BackupFolder.AddAsync(data.Path, Folder, options.Value.Keep, clock.GetUtcNow(), cancellationToken), cancellationToken);
            logger.BackedUp(path);
            End(new BackupState(false));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.BackupFailed(exception);
            End(new BackupState(false, Failure: Explain(exception), FailedAt: clock.GetUtcNow()));
        }
    }

    private void End(BackupState state)
    {
        lock (_lock) { _state = state; }
    }

    private string Explain(Exception exception) => exception switch
    {
        IOException { HResult: DiskFull } => "磁盘满了，请清理磁盘",
        UnauthorizedAccessException => $"写不进 {Folder}，请检查权限",
        SnapshotException => exception.Message.TrimEnd('。'),
        IOException => $"写不进 {Folder}：{exception.Message}",
        _ => exception.Message,
    };
}
