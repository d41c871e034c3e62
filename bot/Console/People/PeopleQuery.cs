using Bot.Grids;
using Bot.Grids.Duty;
using Bot.Grids.SignIn;

namespace Bot.Console.People;

public sealed class PeopleQuery(CommunityStore community, DutyRoster roster, TimeProvider clock)
{
    public PeopleModel Load()
    {
        CommunityDirectory directory = community.Current;
        Person[] staff = [.. directory.People.Where(person => Access.RoleOf(directory, person.Name) is not null)
            .OrderBy(person => person.Role != PersonRoles.Admin).ThenBy(person => person.Role, StringComparer.Ordinal)];
        return new PeopleModel(
            [.. directory.Grids.Select(grid => roster.OnDuty(grid.Name, clock.GetUtcNow())).OfType<OnDuty>()],
            [.. directory.Groups.Keys],
            [.. directory.Grids.Select(grid => new GridPeople(grid, [.. staff.Where(person => person.Groups.Intersect(grid.Groups).Any())]))],
            staff,
            directory.People.Count - staff.Length);
    }
}
