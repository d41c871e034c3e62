using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Messaging.Privacy;

/// <summary>Who wishes not to be recorded, read and changed in the very commit that would store their words. Used by the writer alone.</summary>
internal static class UnrecordedStatements
{
    private const string AnySql = "SELECT 1 FROM unrecorded WHERE Channel = $channel LIMIT 1";
    private const string FindSql = "SELECT 1 FROM unrecorded WHERE Channel = $channel AND Sender IN ($key, $former)";
    private const string AddSql = "INSERT INTO unrecorded (Channel, Sender, Since) VALUES ($channel, $key, $now) ON CONFLICT DO NOTHING";

    // with the places where they spoke
    private const string RemoveSql =
        "DELETE FROM unrecorded WHERE Channel = $channel AND (Sender IN ($key, $former) OR substr(Sender, 1, length($key) + 1) = $key || '@')";

    private const string AmongSql = "SELECT 1 FROM unrecorded WHERE Channel = $channel AND substr(Sender, -length($key) - 1) = '@' || $key";
    private const string AnsweredSql = "SELECT 1 FROM outbox WHERE Key = $key";

    // the answers to one person since then; what was not said is none
    private const string AnswersSql = "SELECT count(*) FROM outbox WHERE Key >= $key AND Key < $key || 'z' AND CreatedAt >= $since AND State <> $dropped";

    /// <summary>Whether there is anybody at all.</summary>
    public static bool Any(WriteConnection connection, string channel)
    {
        SqliteCommand command = connection.Prepared(AnySql);
        if (command.Parameters.Count == 0) { command.Parameters.Add("$channel", SqliteType.Text); }
        command.Parameters[0].Value = channel;
        return command.ExecuteScalar() is not null;
    }

    public static bool Includes(WriteConnection connection, Wisher who) => Of(connection, FindSql, who.Channel, who.Key, who.Former).ExecuteScalar() is not null;

    public static void Add(WriteConnection connection, Wisher who, DateTimeOffset now)
    {
        Remove(connection, who);
        Add(connection, who.Channel, who.Key, now);
    }

    public static void Remove(WriteConnection connection, Wisher who) => Of(connection, RemoveSql, who.Channel, who.Key, who.Former).ExecuteNonQuery();

    /// <summary>Keeps that somebody who is not recorded speaks there, so that nobody's quote of them is stored.</summary>
    public static void Place(WriteConnection connection, Wisher who, DateTimeOffset now)
    {
        string place = $"{who.Key}@{who.Place}";
        if (Of(connection, FindSql, who.Channel, place, place).ExecuteScalar() is null) { Add(connection, who.Channel, place, now); }
    }

    /// <summary>Whether somebody who is not recorded speaks in a conversation.</summary>
    public static bool Among(WriteConnection connection, string channel, string place) => Of(connection, AmongSql, channel, place, "").ExecuteScalar() is not null;

    /// <summary>Whether this very wish was answered before, and must not undo what was wished since.</summary>
    public static bool WasAnswered(WriteConnection connection, string key) => Of(connection, AnsweredSql, "", key, "").ExecuteScalar() is not null;

    public static int Answers(WriteConnection connection, string prefix, DateTimeOffset since)
    {
        SqliteCommand command = Of(connection, AnswersSql, "", prefix, "");
        command.Parameters.AddWithValue("$since", since.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$dropped", (int)OutboxState.Dropped);
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static void Add(WriteConnection connection, string channel, string key, DateTimeOffset now)
    {
        SqliteCommand command = Of(connection, AddSql, channel, key, "");
        command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Of(WriteConnection connection, string sql, string channel, string key, string former)
    {
        SqliteCommand command = connection.Prepared(sql);
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$channel", channel);
        command.Parameters.AddWithValue("$key", key);
        command.Parameters.AddWithValue("$former", former);
        return command;
    }
}

/// <summary>Whose wish it is.</summary>
/// <param name="Key">One of <see cref="RecordingKeys"/>.</param>
/// <param name="Former">What older programs kept of them.</param>
/// <param name="Place">The conversation they speak in.</param>
internal sealed record Wisher(string Channel, string Key, string Former, string Place);
