using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Messaging.Receiving;

/// <summary>The prepared statements by which a conversation and a member are found or made. Used by the writer alone.</summary>
internal static class ReceptionStatements
{
    private const string FindConversation =
        """
        SELECT Name, ReplyToken, ReplyUntil, Title, ServiceUrl, Id, IsGroup, Member, EXISTS (SELECT 1 FROM former_names f WHERE f.Conversation = conversations.Id)
        FROM conversations WHERE Channel = $channel AND ExternalId = $id
        """;
    private const string AddConversation =
        """
        INSERT INTO conversations (Channel, ExternalId, Name, IsGroup, Member, Title, ServiceUrl, FirstHeardAt)
        VALUES ($channel, $id, $name, $group, $member, $title, $url, $now) ON CONFLICT DO NOTHING
        """;
    private const string RenewConversation =
        """
        UPDATE conversations SET ReplyToken = coalesce($token, ReplyToken), ReplyUntil = iif($token IS NULL, ReplyUntil, $until),
            Title = coalesce($title, Title), ServiceUrl = coalesce($url, ServiceUrl), Member = coalesce($member, Member)
        WHERE Channel = $channel AND ExternalId = $id
        """;
    private const string FindMember = "SELECT Name, Person FROM members WHERE Channel = $channel AND ExternalId = $id";
    private const string AddMember =
        """
        INSERT INTO members (Channel, ExternalId, Name, FirstHeardAt) SELECT $channel, $id, $name, $now
        WHERE NOT EXISTS (SELECT 1 FROM members WHERE Channel = $channel AND Person = $name) ON CONFLICT DO NOTHING
        """;
    private const string FindHeard = "SELECT 1 FROM messages WHERE Channel = $channel AND Conversation = $conversation AND MessageId = $id";

    // another conversation may have had the name before: what was heard until it lost it is not of this one
    private const string FindFormer =
        """
        SELECT m.Conversation, m.Sender
        FROM conversations c JOIN former_names f ON f.Conversation = c.Id
            CROSS JOIN messages m ON m.Channel = c.Channel AND m.Conversation = f.Name AND m.MessageId = $message AND m.Time <= f."Until"
        WHERE c.Channel = $channel AND c.ExternalId = $id AND NOT EXISTS (
            SELECT 1 FROM former_names o JOIN conversations d ON d.Id = o.Conversation
            WHERE d.Channel = c.Channel AND d.Id <> c.Id AND o.Name = f.Name AND o."Until" < f."Until" AND o."Until" >= m.Time)
        ORDER BY m.Seq LIMIT 1
        """;
    private const string FindVersions =
        """
        WITH names(Name, Latest) AS (
            SELECT $conversation, 9223372036854775807
            UNION SELECT f.Name, f."Until" FROM former_names f JOIN conversations c ON c.Id = f.Conversation WHERE c.Channel = $channel AND c.ExternalId = $external)
        SELECT m.MessageId, m.Text, m.Images, m.RecalledAt IS NOT NULL FROM names CROSS JOIN messages m
        WHERE m.Channel = $channel AND m.Conversation = names.Name AND m.MessageId = $id AND m.Time <= names.Latest
        UNION SELECT m.MessageId, m.Text, m.Images, m.RecalledAt IS NOT NULL FROM names CROSS JOIN messages m
        WHERE m.Channel = $channel AND m.Conversation = names.Name AND m.MessageId > $after AND m.MessageId < $before AND m.Time <= names.Latest
        """;
    private const string FindQuoted =
        """
        SELECT MessageId FROM (SELECT Seq, MessageId, Text FROM messages WHERE Channel = $channel AND Conversation = $conversation ORDER BY Seq DESC LIMIT 300)
        WHERE Text = $text ORDER BY Seq DESC LIMIT 1
        """;

    /// <summary>
    /// The name of the conversation. A new group gets the first of <paramref name="names"/> that is free; a private line is called for its owner,
    /// whoever that is by now.
    /// </summary>
    public static KnownConversation Conversation(WriteConnection connection, ConversationHeard heard, Func<int, string> names, DateTimeOffset now)
    {
        for (int n = 1; ; n++)
        {
            if (Known(connection, heard, now) is { } known) { return known with { IsNew = n > 1 }; }
            string name = heard.Owner is { } owner ? LineStatements.Free(connection, heard.Channel, owner, now) : names(n);
            Run(connection, AddConversation, ("$channel", heard.Channel), ("$id", heard.ExternalId), ("$name", name), ("$group", heard.IsGroup),
                ("$member", heard.Owner?.Id), ("$title", heard.Title), ("$url", heard.ServiceUrl), ("$now", now.ToUnixTimeMilliseconds()));
        }
    }

    /// <summary>The member; a new one gets the first of <paramref name="names"/> that is free, and that nobody there is known by to be somebody of the directory.</summary>
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

    /// <summary>Under which of its former names the conversation heard the message, and whose it was then; null when under none.</summary>
    public static (string Name, string Sender)? Former(WriteConnection connection, ConversationHeard heard, string id)
    {
        using SqliteDataReader reader = Bound(connection, FindFormer, ("$channel", heard.Channel), ("$id", heard.ExternalId), ("$message", id)).ExecuteReader();
        return reader.Read() ? (reader.GetString(0), reader.GetString(1)) : null;
    }

    /// <summary>The wordings of a message, under every name its conversation had.</summary>
    public static List<StoredVersion> Versions(WriteConnection connection, ConversationHeard heard, string conversation, string id)
    {
        (string after, string before) = MessageVersions.Range(id);
        List<StoredVersion> found = [];
        using SqliteDataReader reader = Bound(connection, FindVersions, ("$conversation", conversation), ("$channel", heard.Channel), ("$external", heard.ExternalId),
            ("$id", id), ("$after", after), ("$before", before)).ExecuteReader();
        while (reader.Read())
        {
            StoredVersion version = new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3));
            if (MessageVersions.IsOf(id, version.MessageId)) { found.Add(version); }
        }
        return found;
    }

    /// <summary>Id of the latest message of these words lately; null when there is none.</summary>
    public static string? Quoted(WriteConnection connection, string channel, string conversation, string text) =>
        Bound(connection, FindQuoted, ("$channel", channel), ("$conversation", conversation), ("$text", text)).ExecuteScalar() as string;

    private static KnownConversation? Known(WriteConnection connection, ConversationHeard heard, DateTimeOffset now)
    {
        string name;
        long id;
        LineOwner? owner;
        bool changed, renamed;
        using (SqliteDataReader reader = Bound(connection, FindConversation, ("$channel", heard.Channel), ("$id", heard.ExternalId)).ExecuteReader())
        {
            if (!reader.Read()) { return null; }
            (name, id, owner, renamed) = (reader.GetString(0), reader.GetInt64(5), reader.GetBoolean(6) ? null : heard.Owner, reader.GetBoolean(8));
            changed = (heard.Reply is { } reply && (Text(reader, 1) != reply.Value || Number(reader, 2) != reply.Until.ToUnixTimeMilliseconds()))
                || (heard.Title is { } title && Text(reader, 3) != title)
                || (heard.ServiceUrl is { } url && Text(reader, 4) != url)
                || (owner is not null && Text(reader, 7) != owner.Id);
        }
        if (changed)
        {
            Run(connection, RenewConversation, ("$channel", heard.Channel), ("$id", heard.ExternalId), ("$token", heard.Reply?.Value),
                ("$until", heard.Reply?.Until.ToUnixTimeMilliseconds()), ("$title", heard.Title), ("$url", heard.ServiceUrl), ("$member", owner?.Id));
        }
        string kept = owner is null ? name : LineStatements.Keep(connection, heard.Channel, id, name, owner, now);
        return new KnownConversation(kept, IsNew: false, HadOthers: renamed || kept != name);
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
/// <param name="Owner">Of a private line, whoever speaks there; null for a group, and for words of a bot.</param>
internal sealed record ConversationHeard(string Channel, string ExternalId, bool IsGroup, string? Title, string? ServiceUrl, ReplyToken? Reply, LineOwner? Owner = null);

internal sealed record KnownMember(string Name, string? Person);

/// <param name="IsNew">Heard of for the first time.</param>
/// <param name="HadOthers">Whether it had other names before.</param>
internal sealed record KnownConversation(string Name, bool IsNew, bool HadOthers);
