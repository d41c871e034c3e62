using Bot.Audit;
using Bot.Grids.SignIn;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Grids.Tables;

/// <summary>Empties every table there is, so that no feature's can be forgotten; only who is signed in stays, to be judged by the new directory.</summary>
internal static class Wipe
{
    private static readonly Type[] Kept = [typeof(SignInLink), typeof(SignInSession), typeof(PersonPassword), typeof(AuditEntry)];

    public static async Task EverythingAsync(BotDbContext db, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await AuditTrail.ClearAsync(db, at, cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON", cancellationToken);
        foreach (string table in db.Model.GetEntityTypes().Where(type => !Kept.Contains(type.ClrType)).Select(type => type.GetTableName()).OfType<string>().Distinct())
        {
#pragma warning disable EF1002, EF1003 // names from the model, not from outside
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\"", cancellationToken);
#pragma warning restore EF1002, EF1003
        }
    }
}
