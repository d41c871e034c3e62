using Bot.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Messaging.Pictures;

/// <summary>The prepared insert of the pictures of a message. Used by the writer alone.</summary>
internal static class PictureStatement
{
    private const string InsertSql =
        """
        INSERT INTO pictures (Name, Channel, Conversation, MessageId, Source, State, Attempts, HeardAt, NextAt)
        VALUES ($name, $channel, $conversation, $id, $source, 0, 0, $now, $now) ON CONFLICT DO NOTHING
        """;

    public static void Insert(WriteConnection connection, InboundMessage message, DateTimeOffset now)
    {
        foreach (HeardPicture picture in message.Pictures ?? [])
        {
            SqliteCommand command = connection.Prepared(InsertSql);
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$name", picture.Name);
            command.Parameters.AddWithValue("$channel", message.Channel);
            command.Parameters.AddWithValue("$conversation", message.Conversation);
            command.Parameters.AddWithValue("$id", message.MessageId);
            command.Parameters.AddWithValue("$source", picture.Source);
            command.Parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
            command.ExecuteNonQuery();
        }
    }
}
