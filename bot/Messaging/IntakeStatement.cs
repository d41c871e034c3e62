using System.Text.Json;
using Bot.Messaging.Pictures;
using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Messaging;

/// <summary>The prepared insert of a message. Used by the writer alone, so its state needs no lock.</summary>
internal sealed class IntakeStatement(TimeProvider clock)
{
    private const string InsertSql =
        """
        INSERT INTO messages (Channel, Conversation, MessageId, Sender, Role, Text, ReplyTo, Images, Time, State, Attempts, Conflicts)
        VALUES ($channel, $conversation, $id, $sender, $role, $text, $replyTo, $images, $time, $state, 0, 0)
        ON CONFLICT (Channel, Conversation, MessageId) DO NOTHING RETURNING Seq
        """;

    // The sender's role is left out: it is ours, and may have changed between two deliveries
    private const string FindSql =
        """
        SELECT Seq, Sender = $sender AND Text = $text AND ReplyTo IS $replyTo AND Images = $images FROM messages
        WHERE Channel = $channel AND Conversation = $conversation AND MessageId = $id
        """;

    private const string FlagSql = "UPDATE messages SET Conflicts = Conflicts + 1 WHERE Seq = $seq";
    private const string LastTimeSql = "SELECT Time FROM messages ORDER BY Seq DESC LIMIT 1";

    private long? _lastTime;

    public AcceptResult Insert(WriteConnection connection, InboundMessage message, MessageState state)
    {
        long last = _lastTime ?? connection.Prepared(LastTimeSql).ExecuteScalar() as long? ?? 0;
        _lastTime = Math.Max(last, clock.GetUtcNow().ToUnixTimeMilliseconds());

        string images = JsonSerializer.Serialize(message.Images ?? []);
        SqliteCommand insert = connection.Prepared(InsertSql);
        SetContent(insert, message, images);
        Set(insert, "$role", (int)message.Role);
        Set(insert, "$time", _lastTime);
        Set(insert, "$state", (int)state);
        if (insert.ExecuteScalar() is not long seq) { return Compare(connection, message, images); }
        PictureStatement.Insert(connection, message, clock.GetUtcNow());
        return new AcceptResult(AcceptOutcome.Accepted, seq);
    }

    private static AcceptResult Compare(WriteConnection connection, InboundMessage message, string images)
    {
        SqliteCommand find = connection.Prepared(FindSql);
        SetContent(find, message, images);
        using SqliteDataReader reader = find.ExecuteReader();
        reader.Read();
        long seq = reader.GetInt64(0);
        if (reader.GetBoolean(1))
        {
            return new AcceptResult(AcceptOutcome.Duplicate, seq);
        }
        SqliteCommand flag = connection.Prepared(FlagSql);
        Set(flag, "$seq", seq);
        flag.ExecuteNonQuery();
        return new AcceptResult(AcceptOutcome.Conflict, seq);
    }

    private static void SetContent(SqliteCommand command, InboundMessage message, string images)
    {
        Set(command, "$channel", message.Channel);
        Set(command, "$conversation", message.Conversation);
        Set(command, "$id", message.MessageId);
        Set(command, "$sender", message.Sender);
        Set(command, "$text", message.Text);
        Set(command, "$replyTo", message.ReplyTo);
        Set(command, "$images", images);
    }

    private static void Set(SqliteCommand command, string name, object? value)
    {
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = value ?? DBNull.Value;
        }
        else
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }
    }
}
