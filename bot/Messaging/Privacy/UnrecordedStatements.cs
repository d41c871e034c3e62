using System.Security.Cryptography;
using System.Text;
using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Messaging.Privacy;

/// <summary>
/// Who wishes not to be recorded, read and changed in the very commit that would store their words. Used by the writer alone.
/// A member keeps the wish when somebody says who of the directory they are, and when that is taken back.
/// </summary>
internal static class UnrecordedStatements
{
    private const string FindSql =
        """
        SELECT 1 FROM unrecorded WHERE Channel = $channel
            AND (Sender IN ($sender, $sum) OR Sender IN (SELECT Name FROM members WHERE Channel = $channel AND Person = $sender))
        """;

    private const string AddSql =
        """
        INSERT INTO unrecorded (Channel, Sender, Since)
        SELECT $channel, $sender, $now UNION SELECT $channel, Name, $now FROM members WHERE Channel = $channel AND Person = $sender
        ON CONFLICT DO NOTHING
        """;

    private const string RemoveSql =
        """
        DELETE FROM unrecorded WHERE Channel = $channel
            AND (Sender IN ($sender, $sum) OR Sender IN (SELECT Name FROM members WHERE Channel = $channel AND Person = $sender))
        """;

    private const string AnsweredSql = "SELECT 1 FROM outbox WHERE Key = $key";

    public static bool Includes(WriteConnection connection, string channel, string sender) =>
        Of(connection, FindSql, channel, sender).ExecuteScalar() is not null;

    public static void Change(WriteConnection connection, string channel, string sender, Wish wish, DateTimeOffset now)
    {
        // written again under the name, it can be taken back under the name
        Of(connection, RemoveSql, channel, sender).ExecuteNonQuery();
        if (wish == Wish.Recorded) { return; }
        SqliteCommand command = Of(connection, AddSql, channel, sender);
        command.Parameters.RemoveAt("$sum");
        command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        command.ExecuteNonQuery();
    }

    /// <summary>Whether this very wish was answered before, and must not undo what was wished since.</summary>
    public static bool WasAnswered(WriteConnection connection, string key)
    {
        SqliteCommand command = connection.Prepared(AnsweredSql);
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$key", key);
        return command.ExecuteScalar() is not null;
    }

    /// <summary>The key under which a wish is answered, once. Of the message it tells nothing.</summary>
    public static string KeyOf(string channel, string conversation, string messageId) =>
        "wish:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}\n{conversation}\n{messageId}")))[..32];

    private static SqliteCommand Of(WriteConnection connection, string sql, string channel, string sender)
    {
        SqliteCommand command = connection.Prepared(sql);
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$channel", channel);
        command.Parameters.AddWithValue("$sender", sender);
        command.Parameters.AddWithValue("$sum", UnrecordedSender.SumOf(sender));
        return command;
    }
}
