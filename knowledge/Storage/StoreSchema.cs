using Microsoft.Data.Sqlite;

namespace Knowledge.Storage;

/// <summary>The store's tables and their version, which stands in the file's header.</summary>
internal static class StoreSchema
{
    private const int Version = 2;

    // tells the file from databases of other programs
    private const int ApplicationId = 0x6B6E776C;

    private const string Tables = """
        CREATE TABLE documents (
            name TEXT PRIMARY KEY, title TEXT NOT NULL, issuer TEXT, effective TEXT, expires TEXT, superseded_by TEXT,
            audience TEXT, contact TEXT, grids TEXT, body TEXT NOT NULL, enabled INTEGER NOT NULL, fingerprint TEXT) STRICT;
        CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        """;

    // what a file of version 1 lacks
    private const string Grids = "ALTER TABLE documents ADD COLUMN grids TEXT;";

    /// <summary>Makes the tables in an empty file; checks the version of an older one.</summary>
    public static void Prepare(SqliteConnection connection, string path)
    {
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
        using SqliteTransaction transaction = connection.BeginTransaction();
        long version = Number(connection, "PRAGMA user_version");
        long application = Number(connection, "PRAGMA application_id");
        bool empty = Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (empty)
        {
            Run(connection, Tables + $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
            transaction.Commit();
        }
        else if (application != ApplicationId)
        {
            throw new InvalidDataException($"{path}: is a database of something else; name another folder");
        }
        else if (version > Version)
        {
            throw new InvalidDataException($"{path}: written by a newer version of the program (schema {version}, known {Version}); update the program, or index again into another folder");
        }
        else if (version < Version)
        {
            Run(connection, Grids + $"PRAGMA user_version = {Version};");
            transaction.Commit();
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
