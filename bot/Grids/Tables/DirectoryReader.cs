using System.Data.Common;
using System.Text.Json;
using Bot.Grids.Duty;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Grids.Tables;

/// <summary>
/// Reads the directory from its tables with plain SQL: it stands before the first page,
/// and compiling six queries took a quarter of the whole start.
/// </summary>
internal static class DirectoryReader
{
    /// <summary>Null when no community was ever set up in this store.</summary>
    public static async Task<StoredCommunity?> ReadAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        DbConnection connection = db.Database.GetDbConnection();
        try
        {
            StoredCommunity[] communities = Read(connection, "SELECT Name, BotNames, IsSample FROM communities",
                row => new StoredCommunity(new CommunityDirectory { Community = Text(row, 0), BotNames = List(row, 1) }, row.GetBoolean(2)));
            return communities is [var community] ? community with { Directory = Fill(connection, community.Directory) } : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static CommunityDirectory Fill(DbConnection connection, CommunityDirectory directory)
    {
        ILookup<string, (string Compound, string Name, string[] Units)> buildings = Read(connection, "SELECT Compound, Name, Units FROM buildings ORDER BY Position",
            row => (Compound: row.GetString(0), Name: row.GetString(1), Units: List(row, 2))).ToLookup(row => row.Compound);
        ILookup<string, MicroGrid> microGrids = Read(connection, "SELECT Grid, Name, Lead, Places FROM micro_grids ORDER BY Position",
            row => (Grid: row.GetString(0), Micro: new MicroGrid(row.GetString(1)) { Lead = Text(row, 2), Places = List(row, 3) })).ToLookup(row => row.Grid, row => row.Micro);
        return directory with
        {
            Groups = Read(connection, "SELECT Name, Compound FROM group_chats ORDER BY Position",
                row => KeyValuePair.Create(row.GetString(0), Text(row, 1))).ToDictionary(),
            Compounds = Read(connection, "SELECT Name, Alias, Style FROM compounds ORDER BY Position",
                row => new Compound(row.GetString(0)) { Alias = List(row, 1), Style = row.GetString(2), Buildings = [.. buildings[row.GetString(0)].Select(building => building.Name)], Units = UnitsOf(buildings[row.GetString(0)]) }),
            Grids = Read(connection, "SELECT Name, Groups, Lead, Backup, Places FROM grids ORDER BY Position",
                row => new Grid(row.GetString(0)) { Groups = List(row, 1), Lead = Text(row, 2), Backup = Text(row, 3), Places = List(row, 4), MicroGrids = [.. microGrids[row.GetString(0)]] }),
            Partners = Read(connection, "SELECT Name, Kind, \"For\", Topics, Compounds, Phone, Contact FROM partners ORDER BY Position",
                row => new Partner(row.GetString(0)) { Kind = row.GetString(1), For = Text(row, 2), Topics = List(row, 3), Compounds = List(row, 4), Phone = Text(row, 5), Contact = Text(row, 6) }),
            People = Read(connection, "SELECT Name, Role, Title, Groups, Phone, Account FROM people ORDER BY Position",
                row => new Person(row.GetString(0)) { Role = row.GetString(1), Title = Text(row, 2), Groups = List(row, 3), Phone = Text(row, 4), Account = Text(row, 5) }),
            Duty = Read(connection, "SELECT Grid, Person, Days, \"From\", \"To\" FROM duty_shifts ORDER BY Id",
                row => new DutyShift(row.GetString(0), row.GetString(1)) { Days = JsonSerializer.Deserialize<int[]>(row.GetString(2)) ?? [], From = row.GetString(3), To = row.GetString(4) }),
            DutyChanges = Read(connection, "SELECT Grid, Person, \"From\", Until, Note, By FROM duty_changes ORDER BY Id",
                row => new DutyChange(row.GetString(0), row.GetString(1), Time(row, 2), Time(row, 3)) { Note = Text(row, 4), By = Text(row, 5) }),
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> UnitsOf(IEnumerable<(string Compound, string Name, string[] Units)> buildings) =>
        buildings.Where(building => building.Units.Length > 0).ToDictionary(building => building.Name, IReadOnlyList<string> (building) => building.Units);

    private static T[] Read<T>(DbConnection connection, string sql, Func<DbDataReader, T> take)
    {
        using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        using DbDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) { rows.Add(take(reader)); }
        return [.. rows];
    }

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Time(DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static string[] List(DbDataReader row, int column) => JsonSerializer.Deserialize<string[]>(row.GetString(column)) ?? [];
}
