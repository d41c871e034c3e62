using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Messaging;

/// <summary>The prepared statements for an outbox row. Used by the writer alone.</summary>
internal static class OutboxStatement
{
    private const string UpdateSql =
        """
        UPDATE outbox SET State = $state, Attempts = $attempts, NextAttemptAt = $next, SentAt = $sent, Error = $error, SentAs = $as
        WHERE Id = $id AND ($from IS NULL OR State = $from)
        """;

    private const string UpdateQueuedSql = UpdateSql + " AND Text = $text AND ReplyTo IS $replyTo AND Conversation = $conversation";
    private const string SaidSql = "SELECT Conversation, Key, Text, ReplyTo FROM outbox WHERE Id = $id";

    /// <param name="from">The state it must still be in; null for any.</param>
    /// <returns>False when it is in another, or gone.</returns>
    public static bool Update(WriteConnection connection, OutboxMessage row, OutboxState? from) => Prepared(connection, UpdateSql, row, from).ExecuteNonQuery() > 0;

    /// <returns>False when it is queued no more, or says something else by now.</returns>
    public static bool UpdateQueued(WriteConnection connection, OutboxMessage row)
    {
        SqliteCommand command = Prepared(connection, UpdateQueuedSql, row, OutboxState.Queued);
        command.Parameters.AddWithValue("$text", row.Text);
        command.Parameters.AddWithValue("$replyTo", (object?)row.ReplyTo ?? DBNull.Value);
        command.Parameters.AddWithValue("$conversation", row.Conversation);
        return command.ExecuteNonQuery() > 0;
    }

    /// <summary>What was said, as its row holds it now.</summary>
    public static InboundMessage Said(WriteConnection connection, OutboxMessage row, string botName)
    {
        SqliteCommand command = connection.Prepared(SaidSql);
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$id", row.Id);
        using SqliteDataReader reader = command.ExecuteReader();
        reader.Read();
        return new InboundMessage(
            row.Channel, reader.GetString(0), row.SentAs ?? reader.GetString(1), botName, SenderRole.Bot, reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3));
    }

    private static SqliteCommand Prepared(WriteConnection connection, string sql, OutboxMessage row, OutboxState? from)
    {
        SqliteCommand command = connection.Prepared(sql);
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$state", (int)row.State);
        command.Parameters.AddWithValue("$attempts", row.Attempts);
        command.Parameters.AddWithValue("$next", row.NextAttemptAt.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$sent", (object?)row.SentAt?.ToUnixTimeMilliseconds() ?? DBNull.Value);
        command.Parameters.AddWithValue("$error", (object?)row.Error ?? DBNull.Value);
        command.Parameters.AddWithValue("$as", (object?)row.SentAs ?? DBNull.Value);
        command.Parameters.AddWithValue("$id", row.Id);
        command.Parameters.AddWithValue("$from", from is { } state ? (int)state : DBNull.Value);
        return command;
    }
}
