using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace Bot.Storage;

/// <summary>The writer's own connection: durable at every commit, one transaction at a time, a savepoint per item.</summary>
internal sealed class WriteConnection : IDisposable
{
    private readonly DbContextOptions<BotDbContext> _options;
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    public WriteConnection(string connectionString, ILoggerFactory loggerFactory)
    {
        // Not pooled: a connection that failed to commit must really be closed
        Sqlite = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        _options = new DbContextOptionsBuilder<BotDbContext>().UseSqlite(Sqlite).UseLoggerFactory(loggerFactory).Options;
        try
        {
            Sqlite.Open();
            Execute("PRAGMA journal_mode = WAL");
            Execute("PRAGMA synchronous = FULL");
            Execute("PRAGMA busy_timeout = 5000");
            // what is deleted is overwritten: residents' words must not be read from the free parts of the file
            Execute("PRAGMA secure_delete = ON");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private SqliteConnection Sqlite { get; }

    public BotDbContext CreateContext()
    {
        BotDbContext db = new(_options);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return db;
    }

    public void Begin() => Execute("BEGIN IMMEDIATE");

    public void Commit() => Execute("COMMIT");

    /// <summary>Runs one item so that its failure undoes this item alone; returns that failure, null when there is none.</summary>
    public async Task<Exception?> TryAsync(WriteItem item)
    {
        Execute("SAVEPOINT item");
        try
        {
            await item.ExecuteAsync(this);
        }
        // Otherwise a full disk or a broken file has made SQLite roll back the whole transaction by itself
        catch (Exception exception) when (InTransaction)
        {
            Execute("ROLLBACK TO item");
            Execute("RELEASE item");
            return exception;
        }
        Execute("RELEASE item");
        return null;
    }

    private bool InTransaction => raw.sqlite3_get_autocommit(Sqlite.Handle) == 0;

    /// <summary>Rows changed since the connection was opened.</summary>
    public int Changes => raw.sqlite3_total_changes(Sqlite.Handle);

    public void Dispose()
    {
        foreach (SqliteCommand command in _commands.Values)
        {
            command.Dispose();
        }
        Sqlite.Dispose();
    }

    /// <summary>The command of a constant text, parsed once for as long as the connection lives.</summary>
    public SqliteCommand Prepared(string sql)
    {
        if (!_commands.TryGetValue(sql, out SqliteCommand? command))
        {
            command = Sqlite.CreateCommand();
#pragma warning disable CA2100 // callers pass constants
            command.CommandText = sql;
#pragma warning restore CA2100
            _commands.Add(sql, command);
        }
        return command;
    }

    private void Execute(string sql) => Prepared(sql).ExecuteNonQuery();
}
