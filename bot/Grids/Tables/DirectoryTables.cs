using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Grids.Tables;

/// <summary>Reads the directory from its tables and writes it into them, whole.</summary>
internal static class DirectoryTables
{
    /// <summary>Null when no community was ever set up in this store.</summary>
    public static async Task<StoredCommunity?> ReadAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        CommunityRow? community = await db.Set<CommunityRow>().AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (community is null) { return null; }
        ILookup<string, BuildingRow> buildings = (await RowsAsync<BuildingRow>(db, cancellationToken)).ToLookup(row => row.Compound);
        CommunityDirectory directory = new()
        {
            Community = community.Name,
            BotNames = community.BotNames,
            Groups = (await RowsAsync<GroupRow>(db, cancellationToken)).ToDictionary(row => row.Name, row => row.Compound),
            Compounds = [.. (await RowsAsync<CompoundRow>(db, cancellationToken)).Select(row => new Compound(row.Name)
            {
                Alias = row.Alias,
                Style = row.Style,
                Buildings = [.. buildings[row.Name].Select(building => building.Name)],
            })],
            Grids = [.. (await RowsAsync<GridRow>(db, cancellationToken)).Select(row => new Grid(row.Name) { Groups = row.Groups, Lead = row.Lead, Backup = row.Backup })],
            People = [.. (await RowsAsync<PersonRow>(db, cancellationToken)).Select(row => new Person(row.Name) { Role = row.Role, Title = row.Title, Groups = row.Groups })],
        };
        return new StoredCommunity(directory, community.IsSample);
    }

    public static async Task ReplaceAsync(BotDbContext db, StoredCommunity community, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await db.Set<CommunityRow>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<GroupRow>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<CompoundRow>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<BuildingRow>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<GridRow>().ExecuteDeleteAsync(cancellationToken);
        await db.Set<PersonRow>().ExecuteDeleteAsync(cancellationToken);
        CommunityDirectory directory = community.Directory;
        db.Add(new CommunityRow { Name = directory.Community, BotNames = directory.BotNames, IsSample = community.IsSample, ChangedAt = at });
        db.AddRange(directory.Groups.Select((group, i) => new GroupRow { Name = group.Key, Compound = group.Value, Position = i }));
        db.AddRange(directory.Compounds.Select((compound, i) => new CompoundRow { Name = compound.Name, Alias = compound.Alias, Style = compound.Style, Position = i }));
        db.AddRange(directory.Compounds.SelectMany(compound => compound.Buildings.Select((building, i) => new BuildingRow { Compound = compound.Name, Name = building, Position = i })));
        db.AddRange(directory.Grids.Select((grid, i) => new GridRow { Name = grid.Name, Groups = grid.Groups, Lead = grid.Lead, Backup = grid.Backup, Position = i }));
        db.AddRange(directory.People.Select((person, i) => new PersonRow { Name = person.Name, Role = person.Role, Title = person.Title, Groups = person.Groups, Position = i }));
    }

    private static Task<List<T>> RowsAsync<T>(BotDbContext db, CancellationToken cancellationToken) where T : DirectoryRow =>
        db.Set<T>().AsNoTracking().OrderBy(row => row.Position).ToListAsync(cancellationToken);
}
