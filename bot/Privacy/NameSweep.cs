using System.Text.RegularExpressions;
using Bot.Audit;
using Bot.Grids.SignIn;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Bot.Privacy;

/// <summary>Takes a name out of every text that is stored, of whatever feature, so that no table can be forgotten.</summary>
internal sealed class NameSweep
{
    // a short nickname is a part of other names; a long one with a number is nobody else's
    private const int Unmistakable = 4;

    // the record of acts cannot be changed and holds no residents' words; who signs in is no resident
    private static readonly Type[] Apart = [typeof(AuditEntry), typeof(SignInLink), typeof(SignInSession), typeof(PersonPassword)];

    private readonly string _name;
    private readonly Regex _places;

    public NameSweep(string name)
    {
        _name = name;
        string plain = Regex.Escape(name);
        bool alone = name.Length < Unmistakable || !name.Any(char.IsAsciiDigit);
        _places = new Regex(alone ? $@"(?<![\p{{L}}\p{{Nd}}\-—·]){plain}(?![\p{{L}}\p{{Nd}}·])" : $@"(?<!\d){plain}(?!\d|·\d)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    public string Without(string text) => text.Contains(_name, StringComparison.Ordinal) ? _places.Replace(text, GoneWords.Person) : text;

    /// <returns>How many texts were changed.</returns>
    public async Task<int> RunAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        int changed = 0;
        foreach (IEntityType type in db.Model.GetEntityTypes().Where(type => !Apart.Contains(type.ClrType) && type.GetTableName() is not null))
        {
            StoreObjectIdentifier table = StoreObjectIdentifier.Table(type.GetTableName()!);
            foreach (string column in type.GetProperties().Where(property => property.GetColumnType(table) == "TEXT").Select(property => property.GetColumnName(table)).OfType<string>())
            {
                changed += await ColumnAsync(db, table.Name, column, cancellationToken);
            }
        }
        return changed;
    }

#pragma warning disable EF1002, CA2100 // names from the model, not from outside
    private async Task<int> ColumnAsync(BotDbContext db, string table, string column, CancellationToken cancellationToken)
    {
        List<(long Row, string Text)> rows = [];
        await using (SqliteCommand command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand())
        {
            command.CommandText = $"SELECT rowid, \"{column}\" FROM \"{table}\" WHERE instr(\"{column}\", $name) > 0";
            command.Parameters.AddWithValue("$name", _name);
            await using SqliteDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) { rows.Add((reader.GetInt64(0), reader.GetString(1))); }
        }
        int changed = 0;
        foreach ((long row, string text) in rows)
        {
            string without = Without(text);
            if (without == text) { continue; }
            // what is unique stays so
            string unique = table == "outbox" && column == "Key" ? $"{without}#{row}" : without;
            changed += await db.Database.ExecuteSqlRawAsync($"UPDATE \"{table}\" SET \"{column}\" = {{0}} WHERE rowid = {{1}}", [unique, row], cancellationToken);
        }
        return changed;
    }
#pragma warning restore EF1002, CA2100
}
