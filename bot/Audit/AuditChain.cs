using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Audit;

/// <summary>Adds lines to the chain, inside a transaction of the one writer.</summary>
internal static class AuditChain
{
    public const string Cleared = "audit/cleared";

    private const string NoDelete =
        """
        CREATE TRIGGER "audit_no_delete" BEFORE DELETE ON "audit" BEGIN
            SELECT RAISE(ABORT, 'the record of acts cannot be deleted');
        END;
        """;

    public static async Task AddAsync(BotDbContext db, DateTimeOffset at, string person, string? address, AuditAct act, CancellationToken cancellationToken)
    {
        AuditEntry? last = await db.Set<AuditEntry>().AsNoTracking().OrderByDescending(entry => entry.Id).FirstOrDefaultAsync(cancellationToken);
        AuditEntry entry = new()
        {
            Id = (last?.Id ?? await HighestEverAsync(db, cancellationToken)) + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
            Person = person,
            Address = address,
            Act = act.Act,
            Target = act.Target,
            Detail = act.Detail,
            Before = last?.Hash ?? "",
            Hash = "",
        };
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO audit (Id, At, Person, Address, Act, Target, Detail, Before, Hash)
            VALUES ({entry.Id}, {entry.At.ToUnixTimeMilliseconds()}, {person}, {address}, {act.Act}, {act.Target}, {act.Detail}, {entry.Before}, {HashOf(entry)})
            """,
            cancellationToken);
    }

    /// <summary>Empties the record together with the sample community it belongs to; the numbers go on where they were.</summary>
    public static Task ClearAsync(BotDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync("DROP TRIGGER IF EXISTS audit_no_delete; DELETE FROM audit; " + NoDelete, cancellationToken);

    public static string HashOf(AuditEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        new[]
        {
            entry.Before, entry.Id.ToString(CultureInfo.InvariantCulture), entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            entry.Person, entry.Address, entry.Act, entry.Target, entry.Detail,
        }))));

    /// <summary>The highest number that was ever given; SQLite remembers it when the rows are gone.</summary>
    public static async Task<long> HighestEverAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        DbConnection connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT seq FROM sqlite_sequence WHERE name = 'audit'";
        object? highest = await command.ExecuteScalarAsync(cancellationToken);
        await db.Database.CloseConnectionAsync();
        return highest is long number ? number : 0;
    }
}
