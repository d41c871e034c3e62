using Bot.Storage.Snapshots;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bot.Storage;

/// <summary>The database file: claimed by one serving process, brought up to date before anyone uses it.</summary>
public sealed class Database(DataFolder folder, IDbContextFactory<BotDbContext> contexts, ILogger<Database> logger)
    : IDisposable
{
    private FileStream? _claim;

    internal string ConnectionString => folder.ConnectionString;

    /// <summary>Whether this process may write and the schema is current.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Claims the data folder for this process and applies the migrations.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        folder.Create();
        Claim();
        if (DataSwap.Finish(folder.Path) is { } aside) { logger.Restored(folder.Path, aside); }
        Leftovers.Remove(folder.Path);
        await ForgetBrokenMigrationAsync(cancellationToken);
        await MigrateAsync(cancellationToken);
        IsOpen = true;
    }

    /// <summary>Applies the migrations; enough for a command that runs beside the serving process.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        folder.Create();
        if (DataSwap.IsPending(folder.Path)) { throw new InvalidDataException("一次恢复还没有做完，请先启动一次机器人。", new IOException("restore.json")); }
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        string[] pending = [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
        if (pending.Length > 0)
        {
            await db.Database.CloseConnectionAsync();
            await BackupFolder.BeforeMigrationAsync(folder.Path, TimeProvider.System.GetUtcNow(), cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            logger.Migrated(folder.Database, pending[^1]);
        }
    }

    /// <summary>Claims the data folder and puts a snapshot in the place of what it holds.</summary>
    public async Task<SnapshotManifest> RestoreAsync(string file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        folder.Create();
        Claim();
        DataSwap.Finish(folder.Path);
        await using BotDbContext db = await contexts.CreateDbContextAsync(cancellationToken);
        SnapshotManifest manifest = await Restore.PrepareAsync(folder.Path, file, [.. db.Database.GetMigrations()], now, cancellationToken);
        DataSwap.Finish(folder.Path);
        return manifest;
    }

    /// <summary>Moves everything from the write-ahead log into the database file and empties it: what was deleted is then in neither.</summary>
    /// <returns>False when somebody was reading all the while.</returns>
    public async Task<bool> CheckpointAsync(CancellationToken cancellationToken)
    {
        await using SqliteConnection connection = new(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 5000; PRAGMA wal_checkpoint(TRUNCATE)";
        await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
        // the first answer is that of the timeout
        return await reader.NextResultAsync(cancellationToken) && await reader.ReadAsync(cancellationToken) && reader.GetInt64(0) == 0;
    }

    public void Dispose()
    {
        _claim?.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
    }

    private void Claim()
    {
        try
        {
            _claim ??= new FileStream(
                folder.File("bot.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new InvalidDataException(
                $"数据目录 {folder.Path} 正被另一个运行中的机器人使用，请先停掉它，或用 Storage:Path 换一个目录。", exception);
        }
    }

    // EF Core waits for ever for the lock row of a process that was killed while migrating
    private async Task ForgetBrokenMigrationAsync(CancellationToken cancellationToken)
    {
        await using SqliteConnection connection = new(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "DROP TABLE IF EXISTS __EFMigrationsLock";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
