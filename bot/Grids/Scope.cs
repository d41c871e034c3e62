namespace Bot.Grids;

/// <summary>What of the community a person sees: whole, or the matters of some groups and those in their own hands.</summary>
/// <param name="Groups">Names of the groups; null for all.</param>
public sealed record Scope(string Person, IReadOnlyList<string>? Groups)
{
    public static Scope Of(CommunityDirectory directory, string person)
    {
        Person? known = directory.PersonNamed(person);
        return known?.Role switch
        {
            PersonRoles.Admin or PersonRoles.Staff => new Scope(person, Groups: null),
            null or PersonRoles.Resident => new Scope(person, []),
            _ when known.Groups.Count == 0 => new Scope(person, Groups: null),
            _ => new Scope(person, [.. known.Groups, .. directory.Grids.Where(grid => grid.Lead == person || grid.Backup == person)
                .SelectMany(grid => grid.Groups).Except(known.Groups)]),
        };
    }

    public bool Covers(string group) => Groups is null || Groups.Contains(group);
}
