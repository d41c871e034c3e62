using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Messaging;

/// <summary>The prepared update of an outbox row. Used by the writer alone.</summary>
internal static class OutboxStatement
{
    private const string UpdateSql =
        """
        UPDATE outbox SET State = $state, Attempts = $attempts, NextAttemptAt = $next, SentAt = $sent, Error = $error, SentAs = $as
        WHERE Id = $id AND ($from IS NULL OR State = $from)
        """;

    public static bool Update(WriteConnection connection, OutboxMessage row, OutboxState? from)
    {
        SqliteCommand command = connection.Prepared(UpdateSql);
        command.Parameters.Clear();
        command.Parameters.AddWithValue("$state", (int)row.State);
        command.Parameters.AddWithValue("$attempts", row.Attempts);
        command.Parameters.AddWithValue("$next", row.NextAttemptAt.ToUnixTimeMilliseconds());
        command.Parameters.AddWithValue("$sent", (object?)row.SentAt?.ToUnixTimeMilliseconds() ?? DBNull.Value);
        command.Parameters.AddWithValue("$error", (object?)row.Error ?? DBNull.Value);
        command.Parameters.AddWithValue("$as", (object?)row.SentAs ?? DBNull.Value);
        command.Parameters.AddWithValue("$id", row.Id);
        command.Parameters.AddWithValue("$from", from is { } state ? (int)state : DBNull.Value);
        return command.ExecuteNonQuery() > 0;
    }
}
