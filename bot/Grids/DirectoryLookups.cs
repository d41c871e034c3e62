namespace Bot.Grids;

/// <summary>What the other features ask a directory. Unknown names have no compound, no lead and the role resident.</summary>
public static class DirectoryLookups
{
    /// <summary>What the bot calls itself.</summary>
    public static string BotName(this CommunityDirectory directory) => directory.BotNames is [var first, ..] ? first : "网格小助手";

    /// <summary>Null for the community-wide group; a group the directory does not know counts as a compound's own.</summary>
    public static Compound? CompoundOf(this CommunityDirectory directory, string group) =>
        directory.Groups.TryGetValue(group, out string? name) && name is not null
            ? directory.Compounds.FirstOrDefault(compound => compound.Name == name) ?? new Compound(name)
            : null;

    public static bool IsCommunityWide(this CommunityDirectory directory, string group) =>
        directory.Groups.TryGetValue(group, out string? compound) && compound is null;

    /// <summary>The groups where the same matters are told: those of its compound and the community-wide ones; null for all, when it is such a one.</summary>
    public static IReadOnlyList<string>? GroupsNear(this CommunityDirectory directory, string group) =>
        directory.IsCommunityWide(group) ? null
        : [group, .. directory.Groups.Where(other => other.Key != group && (other.Value is null || other.Value == directory.Groups.GetValueOrDefault(group))).Select(other => other.Key)];

    public static Grid? GridOf(this CommunityDirectory directory, string group) =>
        directory.Grids.FirstOrDefault(grid => grid.Groups.Contains(group));

    /// <summary>
    /// What the people of a group live in, by name: its grids, the micro-grids over its compound, and the compound. Of a
    /// community-wide group nobody knows where the one who speaks lives.
    /// </summary>
    public static IEnumerable<string> NamesAround(this CommunityDirectory directory, string group)
    {
        string? compound = directory.Groups.GetValueOrDefault(group);
        foreach (Grid grid in directory.Grids.Where(grid => grid.Groups.Contains(group)))
        {
            yield return grid.Name;
            foreach (MicroGrid micro in grid.MicroGrids.Where(micro => compound is not null && micro.Places.Contains(compound))) { yield return micro.Name; }
        }
        if (compound is not null) { yield return compound; }
    }

    /// <summary>Whoever leads the group's grid (网格长); null while the post is vacant.</summary>
    public static Person? LeadOf(this CommunityDirectory directory, string group) =>
        directory.GridOf(group)?.Lead is { } name ? directory.PersonNamed(name) ?? new Person(name) { Role = PersonRoles.Grid } : null;

    /// <summary>Whoever is alerted when the lead does not answer; null when nobody is named.</summary>
    public static Person? BackupOf(this CommunityDirectory directory, string group) =>
        directory.GridOf(group)?.Backup is { } name ? directory.PersonNamed(name) ?? new Person(name) { Role = PersonRoles.Grid } : null;

    public static Person? PersonNamed(this CommunityDirectory directory, string name) =>
        directory.People.FirstOrDefault(person => person.Name == name);

    /// <summary>One of <see cref="PersonRoles"/>; a member of staff who is not in the group counts as a resident there.</summary>
    public static string RoleOf(this CommunityDirectory directory, string sender, string group)
    {
        Person? person = directory.PersonNamed(sender);
        return person is not null && (person.Groups.Count == 0 || person.Groups.Contains(group))
            ? person.Role
            : PersonRoles.Resident;
    }

    /// <summary>How a person is named in a reply: "陈网格长"; the name itself when there is no title.</summary>
    public static string TitleOf(this CommunityDirectory directory, string person) =>
        directory.PersonNamed(person)?.Title ?? person;

    /// <summary>The groups a person speaks in; a person of no named group is in all of them.</summary>
    public static IReadOnlyList<string> GroupsOf(this CommunityDirectory directory, string person) =>
        directory.PersonNamed(person) is { Groups.Count: > 0 } known ? known.Groups : [.. directory.Groups.Keys];

    public static IReadOnlyList<Person> MembersOf(this CommunityDirectory directory, string group) =>
        [.. directory.People.Where(person => person.Groups.Count == 0 || person.Groups.Contains(group))];

    public static IReadOnlyList<Person> Administrators(this CommunityDirectory directory) =>
        [.. directory.People.Where(person => person.Role == PersonRoles.Admin)];
}
