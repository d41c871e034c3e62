using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Knowledge.Storage;

/// <summary>
/// The documents and settings on disk: one SQLite file in a folder, in write-ahead mode with full synchronisation, so that what
/// was put is there after a power cut. Safe for use from many threads.
/// </summary>
internal sealed class KnowledgeStore : IDisposable
{
    private const string FileName = "knowledge.db";
    private const int NotADatabase = 26;
    private const int Corrupt = 11;

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;

    private KnowledgeStore(SqliteConnection connection) => _connection = connection;

    /// <summary>Whether there is a store in that folder.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <exception cref="InvalidDataException">The file is no store of this program, or one of a newer version.</exception>
    public static KnowledgeStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, FileName);
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            StoreSchema.Prepare(connection, path);
            return new KnowledgeStore(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is NotADatabase or Corrupt)
        {
            connection.Dispose();
            throw new InvalidDataException($"{path}: is no knowledge store or is damaged; name another folder, or delete it and index again", e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public IReadOnlyList<StoredDocument> Load()
    {
        lock (_lock)
        {
            using SqliteCommand command = Command("SELECT * FROM documents ORDER BY name");
            using SqliteDataReader rows = command.ExecuteReader();
            List<StoredDocument> documents = [];
            while (rows.Read()) { documents.Add(DocumentRow.Read(rows)); }
            return documents;
        }
    }

    /// <summary>All of them or none.</summary>
    public void Put(IEnumerable<StoredDocument> documents)
    {
        lock (_lock)
        {
            using SqliteTransaction transaction = _connection.BeginTransaction();
            foreach (StoredDocument stored in documents)
            {
                using SqliteCommand command = Command(DocumentRow.Upsert);
                DocumentRow.Bind(command.Parameters, stored);
                command.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        Flush();
    }

    public void Remove(string name)
    {
        lock (_lock)
        {
            using SqliteCommand command = Command("DELETE FROM documents WHERE name = $name");
            command.Parameters.AddWithValue("$name", name);
            command.ExecuteNonQuery();
        }
        Flush();
    }

    public double? Threshold
    {
        get => Setting("threshold") is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;
        set => Keep("threshold", value?.ToString("R", CultureInfo.InvariantCulture) ?? throw new ArgumentNullException(nameof(value)));
    }

    public IReadOnlyList<IReadOnlyList<string>> Synonyms
    {
        get => Setting("synonyms") is { } value ? JsonSerializer.Deserialize<string[][]>(value)! : [];
        set => Keep("synonyms", JsonSerializer.Serialize(value));
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Empties the log. What was replaced or removed is then in no file any more: it may have been taken out because it told of somebody.</summary>
    /// <param name="wait">How long somebody who reads is waited for.</param>
    /// <returns>False when somebody was reading all the while, so that it is still in the log.</returns>
    public bool Flush(TimeSpan wait = default)
    {
        lock (_lock)
        {
            using SqliteCommand command = Command($"PRAGMA busy_timeout = {(int)wait.TotalMilliseconds}; PRAGMA wal_checkpoint(TRUNCATE)");
            using SqliteDataReader reader = command.ExecuteReader();
            // the first answer is that of the timeout
            return reader.NextResult() && reader.Read() && reader.GetInt64(0) == 0;
        }
    }

    private string? Setting(string name)
    {
        lock (_lock)
        {
            using SqliteCommand command = Command("SELECT value FROM settings WHERE name = $name");
            command.Parameters.AddWithValue("$name", name);
            return command.ExecuteScalar() as string;
        }
    }

    private void Keep(string name, string value)
    {
        lock (_lock)
        {
            using SqliteCommand command = Command("INSERT OR REPLACE INTO settings (name, value) VALUES ($name, $value)");
            command.Parameters.AddWithValue("$name", name);
            command.Parameters.AddWithValue("$value", value);
            command.ExecuteNonQuery();
        }
    }

    private SqliteCommand Command(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
