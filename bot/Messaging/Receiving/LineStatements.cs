using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Messaging.Receiving;

/// <summary>
/// Keeps the name of a private line that of whoever is at its other end, in the very commit that stores what they say. Used by the writer alone.
/// </summary>
internal static class LineStatements
{
    private const string HolderSql =
        """
        SELECT c.Id, m.Name FROM conversations c LEFT JOIN members m ON m.Channel = c.Channel AND m.ExternalId = c.Member
        WHERE c.Channel = $channel AND c.Name = $name
        """;
    private const string TakenSql = "SELECT 1 FROM conversations WHERE Channel = $channel AND Name = $name";
    private const string RenameSql = "UPDATE conversations SET Name = $name WHERE Id = $id";
    private const string FormerSql =
        """
        INSERT INTO former_names (Conversation, Name, "Until") VALUES ($id, $name, $now)
        ON CONFLICT DO UPDATE SET "Until" = excluded."Until"
        """;

    /// <summary>Gives a line the name of its owner; whoever had that name is moved aside.</summary>
    /// <returns>The name it has now.</returns>
    public static string Keep(WriteConnection connection, string channel, long id, string name, LineOwner owner, DateTimeOffset now)
    {
        if (owner.Fits(name)) { return name; }
        string wanted = Free(connection, channel, owner, now);
        Rename(connection, id, name, wanted, now);
        return wanted;
    }

    /// <summary>The name of a line of the owner, which nobody has from now on.</summary>
    public static string Free(WriteConnection connection, string channel, LineOwner owner, DateTimeOffset now)
    {
        if (owner.Person is null) { return FirstFree(connection, channel, owner); }
        string wanted = owner.At(1);
        if (Holder(connection, channel, wanted) is (long id, string member))
        {
            Rename(connection, id, wanted, FirstFree(connection, channel, new LineOwner("", member, null)), now);
        }
        return wanted;
    }

    private static string FirstFree(WriteConnection connection, string channel, LineOwner owner)
    {
        int n = 1;
        while (Bound(connection, TakenSql, ("$channel", channel), ("$name", owner.At(n))).ExecuteScalar() is not null) { n++; }
        return owner.At(n);
    }

    private static (long Id, string Member)? Holder(WriteConnection connection, string channel, string name)
    {
        using SqliteDataReader reader = Bound(connection, HolderSql, ("$channel", channel), ("$name", name)).ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.IsDBNull(1) ? PrivateLine.PersonOf(name)! : reader.GetString(1)) : null;
    }

    private static void Rename(WriteConnection connection, long id, string from, string to, DateTimeOffset now)
    {
        Bound(connection, RenameSql, ("$id", id), ("$name", to)).ExecuteNonQuery();
        Bound(connection, FormerSql, ("$id", id), ("$name", from), ("$now", now.ToUnixTimeMilliseconds())).ExecuteNonQuery();
    }

    private static SqliteCommand Bound(WriteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        SqliteCommand command = connection.Prepared(sql);
        command.Parameters.Clear();
        foreach ((string name, object value) in values) { command.Parameters.AddWithValue(name, value); }
        return command;
    }
}
