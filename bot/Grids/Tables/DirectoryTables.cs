using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Grids.Tables;

/// <summary>Writes the directory into its tables, whole; <see cref="DirectoryReader"/> reads it.</summary>
internal static class DirectoryTables
{
    private const string Empty =
        """
        DELETE FROM communities; DELETE FROM group_chats; DELETE FROM compounds;
        DELETE FROM buildings; DELETE FROM grids; DELETE FROM people;
        DELETE FROM micro_grids; DELETE FROM partners;
        DELETE FROM duty_shifts; DELETE FROM duty_changes;
        """;

    public static async Task ReplaceAsync(BotDbContext db, StoredCommunity community, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(Empty, cancellationToken);
        CommunityDirectory directory = community.Directory;
        db.Add(new CommunityRow { Name = directory.Community, BotNames = directory.BotNames, IsSample = community.IsSample, ChangedAt = at });
        db.AddRange(directory.Groups.Select((group, i) => new GroupRow { Name = group.Key, Compound = group.Value, Position = i }));
        db.AddRange(directory.Compounds.Select((compound, i) => new CompoundRow { Name = compound.Name, Alias = compound.Alias, Style = compound.Style, Position = i }));
        db.AddRange(directory.Compounds.SelectMany(compound => compound.Buildings.Select((building, i) => new BuildingRow { Compound = compound.Name, Name = building, Units = compound.Units.GetValueOrDefault(building, []), Position = i })));
        db.AddRange(directory.Grids.Select((grid, i) => new GridRow { Name = grid.Name, Groups = grid.Groups, Lead = grid.Lead, Backup = grid.Backup, Places = grid.Places, Position = i }));
        db.AddRange(directory.Grids.SelectMany(grid => grid.MicroGrids.Select((micro, i) => new MicroGridRow { Grid = grid.Name, Name = micro.Name, Lead = micro.Lead, Places = micro.Places, Position = i })));
        db.AddRange(directory.Partners.Select((partner, i) => new PartnerRow
        {
            Name = partner.Name,
            Kind = partner.Kind,
            For = partner.For,
            Topics = partner.Topics,
            Compounds = partner.Compounds,
            Phone = partner.Phone,
            Contact = partner.Contact,
            Position = i,
        }));
        db.AddRange(directory.People.Select((person, i) => new PersonRow { Name = person.Name, Role = person.Role, Title = person.Title, Groups = person.Groups, Phone = person.Phone, Account = person.Account, Position = i }));
        db.AddRange(directory.Duty.Select((shift, i) => new DutyShiftRow { Id = i + 1, Grid = shift.Grid, Person = shift.Person, Days = shift.Days, From = shift.From, To = shift.To }));
        db.AddRange(directory.DutyChanges.Select((change, i) => new DutyChangeRow
        {
            Id = i + 1,
            Grid = change.Grid,
            Person = change.Person,
            From = change.From,
            Until = change.Until,
            Note = change.Note,
            By = change.By,
        }));
    }
}
