using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Grids.Tables;

/// <summary>Empties every table there is, so that no feature's can be forgotten.</summary>
internal static class Wipe
{
    public static async Task EverythingAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", cancellationToken);
        foreach (string table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
#pragma warning disable EF1002, EF1003 // names from the model, not from outside
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\"", cancellationToken);
#pragma warning restore EF1002, EF1003
        }
    }
}
