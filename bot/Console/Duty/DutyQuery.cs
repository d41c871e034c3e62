using Bot.Grids;
using Bot.Grids.Duty;
using Bot.Grids.SignIn;

namespace Bot.Console.Duty;

public sealed class DutyQuery(CommunityStore community, DutyRoster roster, TimeProvider clock)
{
    public DutyModel Load(Scope scope)
    {
        CommunityDirectory directory = community.Current;
        bool leads = Leads(scope.Person);
        return new DutyModel(
            [.. directory.Grids.Where(grid => IsWithin(grid, scope)).Select(grid => Of(directory, grid, scope.Person, leads))],
            leads);
    }

    /// <summary>The grid, if it is theirs to see.</summary>
    public GridDuty? Find(string? name, Scope scope) => Load(scope).Grids.FirstOrDefault(grid => grid.Grid == name);

    private GridDuty Of(CommunityDirectory directory, Grid grid, string me, bool leads)
    {
        OnDuty? now = roster.OnDuty(grid.Name, clock.GetUtcNow());
        Person[] people = [.. directory.People.Where(person => person.Role is not (PersonRoles.Resident or PersonRoles.Reader)
            && (person.Groups.Count == 0 || person.Groups.Intersect(grid.Groups).Any() || person.Name == grid.Lead || person.Name == grid.Backup))];
        return new GridDuty(grid.Name, now, people, [.. directory.Duty.Where(shift => shift.Grid == grid.Name)], leads || now?.Person.Name == me);
    }

    private bool Leads(string person) => Access.RolesFor(Access.LeadPolicy).Contains(Access.RoleOf(community.Current, person) ?? "");

    private static bool IsWithin(Grid grid, Scope scope) => scope.Groups is null || grid.Groups.Any(scope.Covers);
}
