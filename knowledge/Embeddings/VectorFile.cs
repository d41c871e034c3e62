using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Knowledge.Embeddings;

/// <summary>
/// Vectors on disk by model and text, of which only a hash is kept: a file that may be lost, and is then filled again. Safe
/// for use from many threads.
/// </summary>
public sealed class VectorFile : IDisposable
{
    private const string Table = """
        CREATE TABLE IF NOT EXISTS vectors (model TEXT NOT NULL, text BLOB NOT NULL, vector BLOB NOT NULL, PRIMARY KEY (model, text)) STRICT, WITHOUT ROWID;
        """;

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;

    /// <summary>Opens the file or makes it; one that cannot be read is made anew.</summary>
    public VectorFile(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            _connection = Open(path);
        }
        catch (SqliteException)
        {
            foreach (string part in (string[])[path, path + "-wal", path + "-shm"]) { File.Delete(part); }
            _connection = Open(path);
        }
    }

    /// <summary>Those of these texts that are there.</summary>
    public Dictionary<string, ReadOnlyMemory<float>> Load(string model, int dimensions, IReadOnlyCollection<string> texts)
    {
        Dictionary<string, ReadOnlyMemory<float>> found = new(StringComparer.Ordinal);
        lock (_lock)
        {
            using SqliteCommand command = Command("SELECT vector FROM vectors WHERE model = $model AND text = $text");
            command.Parameters.AddWithValue("$model", Key(model, dimensions));
            SqliteParameter hash = command.Parameters.Add("$text", SqliteType.Blob);
            foreach (string text in texts)
            {
                hash.Value = Hash(text);
                if (command.ExecuteScalar() is byte[] bytes && bytes.Length == dimensions * sizeof(float))
                {
                    found[text] = MemoryMarshal.Cast<byte, float>(bytes).ToArray();
                }
            }
        }
        return found;
    }

    /// <summary>All of them or none.</summary>
    public void Keep(string model, int dimensions, IEnumerable<KeyValuePair<string, ReadOnlyMemory<float>>> vectors)
    {
        lock (_lock)
        {
            using SqliteTransaction transaction = _connection.BeginTransaction();
            foreach ((string text, ReadOnlyMemory<float> vector) in vectors)
            {
                using SqliteCommand command = Command("INSERT OR REPLACE INTO vectors (model, text, vector) VALUES ($model, $text, $vector)");
                command.Parameters.AddWithValue("$model", Key(model, dimensions));
                command.Parameters.AddWithValue("$text", Hash(text));
                command.Parameters.AddWithValue("$vector", MemoryMarshal.AsBytes(vector.Span).ToArray());
                command.ExecuteNonQuery();
            }
            transaction.Commit();
        }
    }

    /// <summary>Vectors of other models than this one go, and those of other texts than these.</summary>
    /// <returns>How many went.</returns>
    public int KeepOnly(string model, int dimensions, IEnumerable<string> texts)
    {
        HashSet<string> kept = [.. texts.Select(text => Convert.ToHexString(Hash(text)))];
        lock (_lock)
        {
            using SqliteTransaction transaction = _connection.BeginTransaction();
            using SqliteCommand others = Command("DELETE FROM vectors WHERE model <> $model");
            others.Parameters.AddWithValue("$model", Key(model, dimensions));
            int gone = others.ExecuteNonQuery();
            using SqliteCommand remove = Command("DELETE FROM vectors WHERE text = $text");
            SqliteParameter hash = remove.Parameters.Add("$text", SqliteType.Blob);
            foreach (byte[] text in Texts().Where(text => !kept.Contains(Convert.ToHexString(text))))
            {
                hash.Value = text;
                gone += remove.ExecuteNonQuery();
            }
            transaction.Commit();
            return gone;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private List<byte[]> Texts()
    {
        using SqliteCommand command = Command("SELECT text FROM vectors");
        using SqliteDataReader rows = command.ExecuteReader();
        List<byte[]> texts = [];
        while (rows.Read()) { texts.Add(rows.GetFieldValue<byte[]>(0)); }
        return texts;
    }

    private static SqliteConnection Open(string path)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;" + Table;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string Key(string model, int dimensions) => $"{model}/{dimensions}";

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private SqliteCommand Command(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
