using System.Text.Json;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Privacy;

/// <summary>Deletes messages with what was decided of them.</summary>
internal static class MessageRemoval
{
    public static async Task RunAsync(BotDbContext db, IReadOnlyList<long> seqs, CancellationToken cancellationToken)
    {
        string all = JsonSerializer.Serialize(seqs);
        await db.Database.ExecuteSqlAsync($"DELETE FROM decisions WHERE MessageSeq IN (SELECT value FROM json_each({all}))", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM second_opinions WHERE MessageSeq IN (SELECT value FROM json_each({all}))
                OR EXISTS (SELECT 1 FROM json_each(second_opinions.Parts) part WHERE part.value IN (SELECT value FROM json_each({all})))
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM pictures WHERE EXISTS (SELECT 1 FROM messages WHERE messages.Seq IN (SELECT value FROM json_each({all}))
                AND messages.Channel = pictures.Channel AND messages.Conversation = pictures.Conversation AND messages.MessageId = pictures.MessageId)
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync($"DELETE FROM messages WHERE Seq IN (SELECT value FROM json_each({all}))", cancellationToken);
    }
}
