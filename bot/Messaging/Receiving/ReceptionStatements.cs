using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Messaging.Receiving;

/// <summary>The prepared statements by which a conversation and a member are found or made. Used by the writer alone.</summary>
internal static class ReceptionStatements
{
    private const string FindConversation = "SELECT Name, ReplyToken, ReplyUntil, Title, ServiceUrl FROM conversations WHERE Channel = $channel AND ExternalId = $id";
    private const string AddConversation =
        """
        INSERT INTO conversations (Channel, ExternalId, Name, IsGroup, Title, ServiceUrl, FirstHeardAt)
        VALUES ($channel, $id, $name, $group, $title, $url, $now) ON CONFLICT DO NOTHING
        """;
    private const string RenewConversation =
        """
        UPDATE conversations SET ReplyToken = coalesce($token, ReplyToken), ReplyUntil = iif($token IS NULL, ReplyUntil, $until),
            Title = coalesce($title, Title), ServiceUrl = coalesce($url, ServiceUrl)
        WHERE Channel = $channel AND ExternalId = $id
        """;
    private const string FindMember = "SELECT Name, Person FROM members WHERE Channel = $channel AND ExternalId = $id";
    private const string AddMember =
        "INSERT INTO members (Channel, ExternalId, Name, FirstHeardAt) VALUES ($channel, $id, $name, $now) ON CONFLICT DO NOTHING";
    private const string FindHeard = "SELECT 1 FROM messages WHERE Channel = $channel AND Conversation = $conversation AND MessageId = $id";
    private const string FindQuoted =
        """
        SELECT MessageId FROM (SELECT Seq, MessageId, Text FROM messages WHERE Channel = $channel AND Conversation = $conversation ORDER BY Seq DESC LIMIT 300)
        WHERE Text = $text ORDER BY Seq DESC LIMIT 1
        """;

    /// <summary>The name of the conversation; a new one gets the first of <paramref name="names"/> that is free.</summary>
    public static KnownConversation Conversation(WriteConnection connection, ConversationHeard heard, Func<int, string> names, DateTimeOffset now)
    {
        for (int n = 1; ; n++)
        {
            if (Known(connection, heard) is { } known) { return new KnownConversation(known, IsNew: n > 1); }
            Run(connection, AddConversation, ("$channel", heard.Channel), ("$id", heard.ExternalId), ("$name", names(n)), ("$group", heard.IsGroup),
                ("$title", heard.Title), ("$url", heard.ServiceUrl), ("$now", now.ToUnixTimeMilliseconds()));
        }
    }

    /// <summary>The member; a new one gets the first of <paramref name="names"/> that is free.</summary>
    public static KnownMember Member(WriteConnection connection, string channel, string externalId, Func<int, string> names, DateTimeOffset now)
    {
        for (int n = 1; ; n++)
        {
            using (SqliteDataReader reader = Bound(connection, FindMember, ("$channel", channel), ("$id", externalId)).ExecuteReader())
            {
                if (reader.Read()) { return new KnownMember(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1)); }
            }
            Run(connection, AddMember, ("$channel", channel), ("$id", externalId), ("$name", names(n)), ("$now", now.ToUnixTimeMilliseconds()));
        }
    }

    public static bool IsHeard(WriteConnection connection, string channel, string conversation, string id) =>
        Bound(connection, FindHeard, ("$channel", channel), ("$conversation", conversation), ("$id", id)).ExecuteScalar() is not null;

    /// <summary>Id of the latest message of these words lately; null when there is none.</summary>
    public static string? Quoted(WriteConnection connection, string channel, string conversation, string text) =>
        Bound(connection, FindQuoted, ("$channel", channel), ("$conversation", conversation), ("$text", text)).ExecuteScalar() as string;

    private static string? Known(WriteConnection connection, ConversationHeard heard)
    {
        string name;
        bool changed;
        using (SqliteDataReader reader = Bound(connection, FindConversation, ("$channel", heard.Channel), ("$id", heard.ExternalId)).ExecuteReader())
        {
            if (!reader.Read()) { return null; }
            name = reader.GetString(0);
            changed = (heard.Reply is { } reply && (Text(reader, 1) != reply.Value || Number(reader, 2) != reply.Until.ToUnixTimeMilliseconds()))
                || (heard.Title is { } title && Text(reader, 3) != title)
                || (heard.ServiceUrl is { } url && Text(reader, 4) != url);
        }
        if (changed)
        {
            Run(connection, RenewConversation, ("$channel", heard.Channel), ("$id", heard.ExternalId), ("$token", heard.Reply?.Value),
                ("$until", heard.Reply?.Until.ToUnixTimeMilliseconds()), ("$title", heard.Title), ("$url", heard.ServiceUrl));
        }
        return name;
    }

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static long? Number(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    private static void Run(WriteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        Bound(connection, sql, values).ExecuteNonQuery();

    private static SqliteCommand Bound(WriteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        SqliteCommand command = connection.Prepared(sql);
        foreach ((string name, object? value) in values)
        {
            if (command.Parameters.Contains(name)) { command.Parameters[name].Value = value ?? DBNull.Value; }
            else { command.Parameters.AddWithValue(name, value ?? DBNull.Value); }
        }
        return command;
    }
}

/// <summary>What is heard of a conversation with a message.</summary>
internal sealed record ConversationHeard(string Channel, string ExternalId, bool IsGroup, string? Title, string? ServiceUrl, ReplyToken? Reply);

internal sealed record KnownMember(string Name, string? Person);

/// <param name="IsNew">Heard of for the first time.</param>
internal sealed record KnownConversation(string Name, bool IsNew);
