using Bot.Grids.SignIn;

namespace Bot.Grids;

/// <summary>What of the community a person sees: whole, or the matters of some groups and those in their own hands.</summary>
/// <param name="Groups">Names of the groups; null for all. Nobody but 社区 and 管理员 sees all without being named in each.</param>
public sealed record Scope(string Person, IReadOnlyList<string>? Groups)
{
    /// <summary>Whether private matters are seen, besides those in the person's own hands: not by 物业 and 只读.</summary>
    public bool SeesPrivate { get; init; } = true;

    /// <summary>Whether names and numbers of residents are masked until a reason is given.</summary>
    public bool Masked { get; init; }

    public static Scope Of(CommunityDirectory directory, string person)
    {
        string? role = Access.RoleOf(directory, person);
        return role switch
        {
            PersonRoles.Admin or PersonRoles.Staff => new Scope(person, Groups: null),
            null => new Scope(person, []) { SeesPrivate = false, Masked = true },
            _ => new Scope(person, GroupsOf(directory, person))
            {
                SeesPrivate = role is not (PersonRoles.Property or PersonRoles.Reader),
                Masked = role == PersonRoles.Reader,
            },
        };
    }

    /// <summary>Whether these words may be looked for in what people said: with numbers, found or not would tell what is masked.</summary>
    public bool MayFind(string words) => !Masked || words.Count(char.IsDigit) < 3;

    public bool Covers(string group) => Groups is null || Groups.Contains(group);

    // no named group is none: a limit that is forgotten must not become a right
    private static string[] GroupsOf(CommunityDirectory directory, string person) =>
        [.. (directory.PersonNamed(person)?.Groups ?? []).Union(directory.Grids
            .Where(grid => grid.Lead == person || grid.Backup == person)
            .SelectMany(grid => grid.Groups))];
}
